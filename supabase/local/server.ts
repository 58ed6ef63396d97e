import http from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Api } from "./api.ts";
import type { Mailbox } from "./mailbox.ts";
import { type Gateway, refuseUpgrade } from "./realtime/gateway.ts";

export type ApiServer = { port: number; close(): Promise<void> };

type Parts = {
  port: number;
  mailbox: Mailbox;
  api: () => Api | undefined;
  gateway: () => Gateway | undefined;
  log: (line: string) => void;
};

function toRequest(incoming: http.IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const item of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, item);
  }
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "127.0.0.1"}`);
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  const body = hasBody ? { body: Readable.toWeb(incoming) as unknown as BodyInit, duplex: "half" } : {};
  return new Request(url, { method: incoming.method, headers, ...body } as RequestInit);
}

async function send(response: Response, outgoing: http.ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  for (const cookie of response.headers.getSetCookie()) outgoing.appendHeader("set-cookie", cookie);
  if (!response.body) {
    outgoing.end();
    return;
  }
  for await (const chunk of Readable.fromWeb(response.body as ReadableStream)) {
    if (outgoing.destroyed) return;
    outgoing.write(chunk);
  }
  outgoing.end();
}

/** Reads what is left of an answered request: unread, it would keep what follows on its connection waiting for ever. */
function readOut(incoming: http.IncomingMessage): void {
  // Whoever was given the body stopped reading, and would stop this reading too.
  incoming.removeAllListeners("data");
  incoming.resume();
}

function mailboxAnswer(request: Request, mailbox: Mailbox): Response | undefined {
  const url = new URL(request.url);
  if (url.pathname === "/mailbox/messages")
    return Response.json(mailbox.list(url.searchParams.get("to") ?? undefined));
  const id = /^\/mailbox\/messages\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (!id) return undefined;
  const mail = mailbox.find(id);
  return mail ? Response.json(mail) : Response.json({ message: "There is no such mail." }, { status: 404 });
}

async function answer(request: Request, parts: Parts): Promise<Response> {
  const mail = mailboxAnswer(request, parts.mailbox);
  if (mail) return mail;
  const broadcast = await parts.gateway()?.fetch(request);
  if (broadcast) return broadcast;
  const api = parts.api();
  if (!api) return Response.json({ code: "PGRST002", message: "The database is down." }, { status: 503 });
  return api.fetch(request);
}

/**
 * The one HTTP address of the embedded stack, on 127.0.0.1: Supabase's paths, Realtime's socket and the development mailbox.
 * @param parts.port 0 takes a free one.
 * @throws the listen error (`EADDRINUSE`) as it is.
 */
export async function startApiServer(parts: Parts): Promise<ApiServer> {
  const server = http.createServer(async (incoming, outgoing) => {
    try {
      await send(await answer(toRequest(incoming), parts), outgoing);
    } catch (cause) {
      parts.log(
        `${incoming.method} ${incoming.url?.split("?")[0]}: ${cause instanceof Error ? cause.stack : cause}`,
      );
      if (!outgoing.headersSent) outgoing.writeHead(500, { "content-type": "application/json" });
      outgoing.end(JSON.stringify({ message: "Internal error of the embedded stack; see its log." }));
    } finally {
      readOut(incoming);
    }
  });
  server.on("upgrade", (request, socket, head) => {
    const gateway = parts.gateway();
    if (gateway) gateway.upgrade(request, socket, head);
    else refuseUpgrade(socket, "503 Service Unavailable");
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(parts.port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
