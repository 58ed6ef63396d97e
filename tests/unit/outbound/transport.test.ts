import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { createTransport } from "@/lib/outbound/transport";
import { CERTIFICATE, KEY } from "./certificate.ts";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const made = createServer({ cert: CERTIFICATE, key: KEY }, answer);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  return (made.address() as AddressInfo).port;
}

function call(port: number, over: { name?: string; ca?: string; timeoutMs?: number } = {}) {
  return createTransport({ port, ca: over.ca ?? CERTIFICATE })({
    url: new URL(`https://${over.name ?? "news.test-site.net"}/a?b=c`),
    address: "127.0.0.1",
    signal: AbortSignal.timeout(over.timeoutMs ?? 4000),
    maxBytes: 1000,
  });
}

describe("one request", () => {
  it("goes to the given address and speaks of the name: in SNI, in Host, without cookies", async () => {
    const seen: unknown[] = [];
    const port = await serve((request, response) => {
      const { servername } = request.socket as TLSSocket & { servername: string };
      const { host, cookie, authorization } = request.headers;
      seen.push({ servername, host, cookie, authorization, url: request.url, method: request.method });
      response.setHeader("content-type", "text/html").setHeader("set-cookie", "a=b").end("<title>x</title>");
    });
    expect(await call(port)).toMatchObject({ status: 200, contentType: "text/html", location: null });
    await call(port);
    const name = "news.test-site.net";
    const expected = { servername: name, host: name, cookie: undefined, authorization: undefined };
    expect(seen).toEqual(Array(2).fill({ ...expected, url: "/a?b=c", method: "GET" }));
  });

  it("trusts nobody whose certificate is for another name, or from nobody known", async () => {
    const port = await serve((_request, response) => response.end("secret"));
    await expect(call(port, { name: "other.test-site.net" })).rejects.toMatchObject({
      reason: "unreachable",
    });
    await expect(
      createTransport({ port })({
        url: new URL("https://news.test-site.net/"),
        address: "127.0.0.1",
        signal: AbortSignal.timeout(4000),
        maxBytes: 1000,
      }),
    ).rejects.toMatchObject({ reason: "unreachable" });
  });

  it("stops reading at its limit, however much comes", async () => {
    const port = await serve((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(700)));
      };
      response.on("drain", more);
      more();
    });
    expect((await call(port)).body).toHaveLength(1000);
  });

  it("gives up on who answers too slowly, and on what is compressed", async () => {
    const slow = await serve((_request, response) => response.write("x"));
    await expect(call(slow, { timeoutMs: 200 })).rejects.toBeDefined();
    server?.closeAllConnections();
    server?.close();
    const port = await serve((_request, response) =>
      response.setHeader("content-encoding", "gzip").end("bomb"),
    );
    await expect(call(port)).rejects.toMatchObject({ reason: "encoding" });
  });

  it("reads nothing of what is no page", async () => {
    const port = await serve((_request, response) =>
      response.writeHead(302, { location: "https://x.net/" }).end("body"),
    );
    expect(await call(port)).toMatchObject({
      status: 302,
      location: "https://x.net/",
      body: Buffer.alloc(0),
    });
  });
});
