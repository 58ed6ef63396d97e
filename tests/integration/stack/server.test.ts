import http from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { stackEnv } from "../../support/stack.ts";

const embedded = process.env.TEST_SUPABASE_URL === undefined;

/** Asks over a connection that it keeps, and says what was answered and over which port of ours. */
function ask(agent: http.Agent, path: string, body?: string): Promise<{ status?: number; port?: number }> {
  const { SUPABASE_URL, SUPABASE_SECRET_KEY } = stackEnv();
  const headers = { apikey: SUPABASE_SECRET_KEY, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const request = http.request(`${SUPABASE_URL}${path}`, { agent, method, headers }, (response) => {
      const port = request.socket?.localPort;
      response.resume().on("end", () => resolve({ status: response.statusCode, port }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

describe.skipIf(!embedded)("a request whose body nobody reads", () => {
  it.each([
    ["/realtime/v1/api/broadcast", 413],
    ["/mailbox/messages", 200],
    ["/storage/v1/object/nowhere/big", 400],
  ])("to %s leaves its connection fit for the next", async (path, status) => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const refused = await ask(agent, path, "x".repeat(3 * 1024 * 1024));
    expect(refused.status).toBe(status);
    expect(await ask(agent, "/mailbox/messages")).toEqual({ status: 200, port: refused.port });
  });
});
