import http from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Api } from "./api.ts";
import type { Mailbox } from "./mailbox.ts";

export type ApiServer = { port: number; close(): Promise<void> };

type Parts = { port: number; mailbox: Mailbox; api: () => Api | undefined; log: (line: string) => void };

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
  const api = parts.api();
  if (!api) return Response.json({ code: "PGRST002", message: "The database is down." }, { status: 503 });
  return api.fetch(request);
}

/**
 * The one HTTP address of the embedded stack, on 127.0.0.1: Supabase's paths and the development mailbox.
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
    }
  });
  server.on("upgrade", (_request, socket) => {
    socket.end("HTTP/1.1 501 Not Implemented\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
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
