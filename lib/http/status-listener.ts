import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { REQUEST_ID_HEADER, takeStatus } from "./response-status";

function wantedStatus(response: ServerResponse): number | undefined {
  const id = response.getHeader(REQUEST_ID_HEADER);
  if (typeof id !== "string") return undefined;
  const wanted = takeStatus(id);
  if (!wanted) return undefined;
  response.statusCode = wanted.status;
  for (const [name, value] of Object.entries(wanted.headers)) response.setHeader(name, value);
  return wanted.status;
}

/** Lets pages choose their status through `wantStatus`. Called once, when the server starts. */
export function listenForStatuses(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { request: IncomingMessage; response: ServerResponse };
    const writeHead = response.writeHead;
    response.writeHead = function patched(
      this: ServerResponse,
      ...args: Parameters<ServerResponse["writeHead"]>
    ) {
      const status = wantedStatus(this);
      return Reflect.apply(
        writeHead,
        this,
        status === undefined ? args : [status, ...args.slice(1)],
      ) as ServerResponse;
    } as ServerResponse["writeHead"];
  });
}
