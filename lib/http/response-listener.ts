import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { CSP_HEADER } from "@/lib/tenancy/headers";
import { DEFAULT_HEADERS, policyOfFile } from "@/lib/tenancy/security-headers";
import { REQUEST_ID_HEADER, takeStatus } from "./response-status";

type Headers = Readonly<Record<string, string>>;

function wantedStatus(response: ServerResponse): number | undefined {
  const id = response.getHeader(REQUEST_ID_HEADER);
  if (typeof id !== "string") return undefined;
  const wanted = takeStatus(id);
  if (!wanted) return undefined;
  response.statusCode = wanted.status;
  for (const [name, value] of Object.entries(wanted.headers)) response.setHeader(name, value);
  return wanted.status;
}

function textOf(response: ServerResponse, name: string): string | undefined {
  const value = response.getHeader(name);
  return value === undefined ? undefined : String(value);
}

/** Completes what is about to be sent: Next.js answers some requests without asking anything of ours. */
function complete(response: ServerResponse, always: Headers): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  // "Not modified" leaves the browser what it was sent before, headers included.
  if (response.statusCode === 304) return;
  for (const [name, value] of Object.entries(DEFAULT_HEADERS)) {
    if (!response.hasHeader(name)) response.setHeader(name, value);
  }
  const policy = policyOfFile(textOf(response, "content-type"), textOf(response, CSP_HEADER));
  if (policy !== null) response.setHeader(CSP_HEADER, policy);
}

type WriteHead = ServerResponse["writeHead"];

/**
 * Has the last word on every response: the status that a page asked for through `wantStatus`, and the headers without
 * which nothing leaves (`always`, and the defaults for files). Called once, when the server starts.
 */
export function listenForResponses(always: Headers): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { request: IncomingMessage; response: ServerResponse };
    const writeHead = response.writeHead;
    response.writeHead = function patched(this: ServerResponse, ...args: Parameters<WriteHead>) {
      const status = wantedStatus(this);
      complete(this, always);
      return Reflect.apply(
        writeHead,
        this,
        status === undefined ? args : [status, ...args.slice(1)],
      ) as ServerResponse;
    } as WriteHead;
  });
}
