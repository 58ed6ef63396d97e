import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { findSocketAddress, watchSocketAddresses } from "@/lib/tenancy/socket-address";

test("a request's own connection tells its address, whatever the client writes", async () => {
  expect(findSocketAddress()).toBeNull();
  watchSocketAddresses();
  watchSocketAddresses();
  const server = createServer(async (request, response) => {
    await once(request.resume(), "end");
    response.end(findSocketAddress());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const headers = { "x-forwarded-for": "192.0.2.1" };
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: "x", headers });
  expect(await answer.text()).toBe("127.0.0.1");
  server.close();
  expect(findSocketAddress()).toBeNull();
});
