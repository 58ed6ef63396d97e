import { createServer, get, type Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { wantStatus } from "@/lib/http/response-status";
import { listenForStatuses } from "@/lib/http/status-listener";

let server: Server;
let port = 0;

beforeAll(async () => {
  listenForStatuses();
  server = createServer((request, response) => {
    const id = request.url?.slice(1) ?? "";
    response.setHeader("x-request-id", id);
    if (id.startsWith("wanted")) wantStatus(id, 503, { "retry-after": "5" });
    if (id.endsWith("explicit")) response.writeHead(200, { "x-page": "1" });
    response.end("page");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

function ask(path: string): Promise<{ status?: number; retryAfter?: string; body: string }> {
  return new Promise((resolve, reject) => {
    get({ port, path: `/${path}`, host: "127.0.0.1" }, (response) => {
      let body = "";
      response.on("data", (part) => {
        body += String(part);
      });
      response.on("end", () =>
        resolve({ status: response.statusCode, retryAfter: response.headers["retry-after"], body }),
      );
    }).on("error", reject);
  });
}

it.each(["wanted", "wanted-explicit"])("answers %s with the status that was asked for", async (id) => {
  expect(await ask(id)).toEqual({ status: 503, retryAfter: "5", body: "page" });
});

it.each(["plain", "plain-explicit"])("leaves %s alone", async (id) => {
  expect(await ask(id)).toEqual({ status: 200, retryAfter: undefined, body: "page" });
});
