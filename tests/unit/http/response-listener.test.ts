import { createServer, get, type IncomingHttpHeaders, type Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listenForResponses } from "@/lib/http/response-listener";
import { wantStatus } from "@/lib/http/response-status";

let server: Server;
let port = 0;

beforeAll(async () => {
  listenForResponses({ "x-always": "1" });
  server = createServer((request, response) => {
    const id = request.url?.slice(1) ?? "";
    response.setHeader("x-request-id", id);
    if (id.startsWith("wanted")) wantStatus(id, 503, { "retry-after": "5" });
    const [, type] = /^type-(.+)$/.exec(decodeURIComponent(id)) ?? [];
    if (type) response.setHeader("content-type", type);
    if (id.startsWith("type-text%2Fhtml")) response.setHeader("content-security-policy", "the page's");
    if (id === "own") response.setHeader("cache-control", "public, max-age=60");
    if (id === "own") response.setHeader("cross-origin-resource-policy", "cross-origin");
    if (id === "own") response.setHeader("x-always", "0");
    if (id === "same") response.statusCode = 304;
    if (id.endsWith("explicit")) response.writeHead(200, { "x-page": "1" });
    response.end("page");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

interface Answer {
  status?: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function ask(path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ port, path: `/${path}`, host: "127.0.0.1" }, (response) => {
      let body = "";
      response.on("data", (part) => {
        body += String(part);
      });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on("error", reject);
  });
}

it.each(["wanted", "wanted-explicit"])("answers %s with the status that was asked for", async (id) => {
  expect(await ask(id)).toMatchObject({ status: 503, headers: { "retry-after": "5" }, body: "page" });
});

it.each(["plain", "plain-explicit"])(
  "leaves the status of %s alone, and completes its headers",
  async (id) => {
    const { status, headers, body } = await ask(id);
    expect({ status, body }).toEqual({ status: 200, body: "page" });
    expect(headers).toMatchObject({
      "x-always": "1",
      "cache-control": "private, no-store",
      "cross-origin-resource-policy": "same-origin",
      "content-security-policy": expect.stringMatching(
        /^default-src 'none';.*frame-ancestors 'none'; sandbox$/,
      ),
    });
    expect(headers["retry-after"]).toBeUndefined();
  },
);

it("lets a handler say how long its answer may be kept and who may show it, and nothing else", async () => {
  expect((await ask("own")).headers).toMatchObject({
    "cache-control": "public, max-age=60",
    "cross-origin-resource-policy": "cross-origin",
    "x-always": "1",
  });
});

it.each([
  ["text/html; charset=utf-8", /^the page's$/],
  ["image/svg+xml", /^default-src 'none';.*sandbox$/],
  ["application/problem+json", /^default-src 'none';(?!.*sandbox)/],
  ["text/plain; charset=utf-8", /^default-src 'none';(?!.*sandbox)/],
  ["text/plain-or-not", /^default-src 'none';.*sandbox$/],
  ["application/atom+xml", /^default-src 'none';.*sandbox$/],
  ["text/htmlish", /^default-src 'none';.*sandbox$/],
  ["application/javascript; charset=UTF-8", /^default-src 'self';(?!.*sandbox)/],
])("gives %s the policy that it needs", async (type, expected) => {
  const { headers } = await ask(encodeURIComponent(`type-${type}`));
  expect(headers["content-security-policy"]).toMatch(expected);
});

it("leaves a browser what it has where nothing is new", async () => {
  const { headers } = await ask("same");
  expect(headers["x-always"]).toBe("1");
  expect(headers["content-security-policy"]).toBeUndefined();
});
