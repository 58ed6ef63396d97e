import { once } from "node:events";
import net from "node:net";
import { createClient } from "@supabase/supabase-js";
import pg from "pg";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { realtimeLimits } from "../../../supabase/local/realtime/limits.ts";
import { startStack } from "../../../supabase/local/stack.ts";
import { adminSql, stackEnv } from "../../support/stack.ts";
import { createCommunity, createPerson, type Person } from "../people.ts";
import { mintToken } from "../stack/clients.ts";
import { comesTo, connect, embedded, hears, listen, send, tokenOf } from "./listeners.ts";

/** A connection without a library: what a hostile client is. */
type Raw = { socket: WebSocket; told: unknown[][]; closed: Promise<number> };

let owner: Person;
let feed: string;
let token: string;

beforeAll(async () => {
  owner = await createPerson();
  feed = `tenant:${(await createCommunity(owner)).id}:feed`;
  token = await tokenOf(owner);
});

function addressOf(vsn: string, key = stackEnv().SUPABASE_PUBLISHABLE_KEY): string {
  const base = stackEnv().SUPABASE_URL.replace(/^http/, "ws");
  return `${base}/realtime/v1/websocket?apikey=${encodeURIComponent(key)}&vsn=${vsn}`;
}

async function open(vsn = "2.0.0"): Promise<Raw> {
  const socket = new WebSocket(addressOf(vsn));
  const told: unknown[][] = [];
  socket.addEventListener("message", ({ data }) => told.push(JSON.parse(String(data)) as unknown[]));
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener("close", ({ code }) => resolve(code)),
  );
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  onTestFinished(() => socket.close());
  return { socket, told, closed };
}

async function refused(address: string): Promise<boolean> {
  const socket = new WebSocket(address);
  return new Promise((resolve) => {
    socket.addEventListener("open", () => resolve(false));
    socket.addEventListener("error", () => resolve(true));
  });
}

const joining = (
  topic: string,
  ref: string,
  payload: unknown = { access_token: token, config: { private: true } },
) => JSON.stringify([ref, ref, topic, "phx_join", payload]);

/** The gateway serves somebody else as if nothing had been. */
async function serves(): Promise<void> {
  const ear = await listen(await connect(await tokenOf(owner)), feed);
  const event = crypto.randomUUID();
  await send(feed, event);
  await hears(ear, event);
}

describe.skipIf(!embedded)("a hostile client", () => {
  it.each([
    ["no JSON", "{"],
    ["another protocol's", '{"hello":1}'],
    ["too short", '["1","2"]'],
    ["too long", '["1","2","phoenix","heartbeat",{},1]'],
    ["of numbers", "[1,2,3,4,5]"],
    ["a list in a list", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
    ["rubbish in bytes", new Uint8Array([3, 255, 255, 255, 255, 255, 1, 0])],
    ["an unknown kind", new Uint8Array([9, 0, 0, 0, 0, 0, 0])],
    ["no bytes", new Uint8Array()],
    ["broken text", new Uint8Array([3, 0, 0, 2, 1, 0, 1, 0xff, 0xfe, 0x61, 0x7b])],
  ])("that sends a frame that is %s is cut off", async (_what, frame) => {
    const { socket, closed } = await open();
    socket.send(frame);
    expect(await closed).toBe(1007);
    await serves();
  });

  it("that sends two megabytes is cut off", async () => {
    const { socket, closed } = await open();
    socket.send(joining(feed, "1", { access_token: "x".repeat(2 * 1024 * 1024) }));
    expect(await closed).toBe(1009);
    await serves();
  });

  it("is answered a heartbeat, and no unknown event or topic", async () => {
    const { socket, told } = await open();
    socket.send(joining(`realtime:${feed}`, "1"));
    await expect.poll(() => told.length).toBe(1);
    const odd = [
      "unknown",
      "__proto__",
      "constructor",
      "phx_reply",
      "phx_close",
      "phx_error",
      "system",
      "presence_diff",
    ];
    for (const event of odd)
      socket.send(JSON.stringify(["1", "2", `realtime:${feed}`, event, { event: "x" }]));
    for (const event of ["broadcast", "access_token", "presence"]) {
      for (const payload of [null, 7, "x", [], {}, { event: 7 }, { access_token: {} }])
        socket.send(JSON.stringify(["1", "3", `realtime:${feed}`, event, payload]));
    }
    socket.send(JSON.stringify([null, "4", "nowhere", "phx_join", {}]));
    socket.send(JSON.stringify([null, "5", "realtime:nowhere", "broadcast", {}]));
    socket.send(JSON.stringify([null, "6", "phoenix", "heartbeat", {}]));
    await expect.poll(() => told.some(([, ref]) => ref === "6")).toBe(true);
    const answers = Object.fromEntries(told.map(([, ref, , , payload]) => [String(ref), payload]));
    expect(answers).toMatchObject({
      "1": { status: "ok" },
      "4": { status: "error", response: { reason: "unmatched topic" } },
      "5": { status: "error", response: { reason: "unmatched topic" } },
      "6": { status: "ok", response: {} },
    });
    expect(answers).not.toHaveProperty("2");
    await send(feed, "after all that");
    await expect.poll(() => told.some(([, , , event]) => event === "broadcast")).toBe(true);
  });

  it.each([
    ["no topic", "realtime:", {}],
    ["no settings", "realtime:x", {}],
    ["settings of other types", "realtime:x", { config: { private: "yes", broadcast: 7 } }],
    ["a topic that is too long", `realtime:${"x".repeat(300)}`, { config: { private: true } }],
    ["a topic that ends a text", "realtime:x\u0000", { config: { private: true } }],
    ["a topic that is SQL", "realtime:'; drop table realtime.messages; --", { config: { private: true } }],
    ["a topic with a backslash", "realtime:\\'; select 1; --", { config: { private: true } }],
    ["a token that is none", "realtime:x", { access_token: "a.b.c", config: { private: true } }],
    [
      "rows of tables",
      "realtime:x",
      { access_token: "", config: { private: true, postgres_changes: [{ event: "*" }] } },
    ],
  ])("that joins with %s is refused", async (_what, topic, payload) => {
    const { socket, told } = await open();
    socket.send(joining(topic, "1", payload));
    await expect.poll(() => told.length).toBe(1);
    expect(told[0]?.[4]).toMatchObject({ status: "error", response: { reason: expect.any(String) } });
    await serves();
  });

  it("that floods with joins is cut off, and with frames too", async () => {
    const [joins, frames] = [await open(), await open()];
    for (let n = 0; n < realtimeLimits.joins.burst * 2; n += 1)
      joins.socket.send(joining("realtime:x", String(n)));
    for (let n = 0; n < realtimeLimits.frames.burst * 2; n += 1)
      frames.socket.send(JSON.stringify([null, String(n), "phoenix", "heartbeat", {}]));
    expect(await Promise.all([joins.closed, frames.closed])).toEqual([1008, 1008]);
    await serves();
  });

  it("has so many channels and no more", async () => {
    const { socket, told } = await open();
    const client = await connect(stackEnv().SUPABASE_SECRET_KEY);
    expect((await listen(client, "any")).statuses).toEqual(["SUBSCRIBED"]);
    const key = { access_token: stackEnv().SUPABASE_SECRET_KEY, config: { private: true } };
    const admin = await mintToken({ role: "service_role" });
    for (let n = 0; n <= realtimeLimits.channels; n += 1)
      socket.send(joining(`realtime:t${n}`, String(n), { ...key, access_token: admin }));
    await expect.poll(() => told.length, { timeout: 15_000 }).toBe(realtimeLimits.channels + 1);
    const refusals = told.filter(([, , , , payload]) => (payload as { status: string }).status === "error");
    expect(refusals.map(([, , , , payload]) => payload)).toEqual([
      { status: "error", response: { reason: "ChannelRateLimitReached: Too many channels" } },
    ]);
  });

  it("needs a key and a version that is known", async () => {
    const attempts = [
      addressOf("2.0.0"),
      addressOf("3.0.0"),
      addressOf("2.0.0", "sb_publishable_other"),
      addressOf("1.0.0", ""),
    ];
    expect(await Promise.all(attempts.map(refused))).toEqual([false, true, true, true]);
  });

  it.each(["//", "http://[", "/realtime/v1/websocket?apikey=%ff", "/realtime/v1/websocket/../../x", "*"])(
    "that upgrades at %s is refused",
    async (path) => {
      const { hostname, port } = new URL(stackEnv().SUPABASE_URL);
      const socket = net.connect(Number(port), hostname);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
      const [answer] = (await once(socket, "data")) as [Buffer];
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 40[0-9] /);
      await serves();
    },
  );

  it("that posts rubbish is told so", async () => {
    const post = (path: string, body: BodyInit, apikey = stackEnv().SUPABASE_SECRET_KEY) =>
      fetch(`${stackEnv().SUPABASE_URL}/realtime/v1/api/broadcast${path}`, {
        ...{ method: "POST", body },
        headers: { apikey, "content-type": "application/json" },
      }).then(({ status }) => status);
    const message = JSON.stringify({ messages: [{ topic: "t", event: "e", payload: {}, private: true }] });
    expect(await post("", message)).toBe(202);
    expect(await post("", message, "sb_publishable_other")).toBe(401);
    for (const body of ["", "{", "[]", "7", "{}", '{"messages":[]}', '{"messages":[{"topic":7}]}'])
      expect(await post("", body)).toBe(422);
    expect(await post("/%ff/events/e", "{}")).toBe(422);
    expect(await post("", "x".repeat(realtimeLimits.bodyBytes + 1))).toBe(413);
  });

  it("gains nothing by cookies: a page of any other site is a visitor without a token", async () => {
    const { socket, told } = await open();
    socket.send(joining(`realtime:${feed}`, "1", { config: { private: true } }));
    await expect.poll(() => told.length).toBe(1);
    expect(told[0]?.[4]).toMatchObject({
      status: "error",
      response: { reason: expect.stringContaining("permissions") },
    });
  });
});

describe.skipIf(!embedded)("a gateway that is restarted", () => {
  it("is found again by its clients, who then hear what comes", async () => {
    const stack = await startStack({ ephemeral: true, siteUrl: "http://x.localhost", migrations: false });
    onTestFinished(stack.stop);
    const client = createClient(stack.apiUrl, stack.secretKey, { realtime: { reconnectAfterMs: () => 100 } });
    onTestFinished(async () => {
      await client.removeAllChannels();
    });
    const ear = await listen(client, "topic");
    expect(ear.statuses).toEqual(["SUBSCRIBED"]);
    await stack.stopDatabase();
    await comesTo(ear, "CHANNEL_ERROR");
    await stack.startDatabase();
    await comesTo(ear, "SUBSCRIBED", 30_000);
    const db = new pg.Client(stack.databaseUrl);
    await db.connect();
    await db.query("select realtime.send('{}', 'again', 'topic')");
    await hears(ear, "again");
    await db.end();
  });

  it("goes on when its own connections to the database break, busy ones too, and loses nothing", async () => {
    const ear = await listen(await connect(token), feed);
    expect(ear.statuses).toEqual(["SUBSCRIBED"]);
    const { socket, told } = await open();
    const breaking =
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'supabase realtime%'";
    for (let round = 0; round < 5; round += 1) {
      for (let n = 0; n < 20; n += 1) socket.send(joining(`realtime:${feed}${round}-${n}`, `${round}-${n}`));
      await adminSql(breaking);
      await send(feed, `meanwhile ${round}`);
    }
    await expect.poll(() => told.length, { timeout: 15_000 }).toBe(100);
    await hears(ear, "meanwhile 4");
    expect(ear.heard.map(({ event }) => event)).toEqual([0, 1, 2, 3, 4].map((round) => `meanwhile ${round}`));
    expect(ear.statuses).toEqual(["SUBSCRIBED"]);
    await serves();
  });
});

describe.skipIf(!embedded)("messages", () => {
  it("of a transaction that is open hold back what came after it began, and none is lost", async () => {
    const ear = await listen(await connect(token), feed);
    const slow = new pg.Client(stackEnv().DATABASE_URL);
    await slow.connect();
    await slow.query("begin");
    await slow.query("select realtime.send('{}', 'first', $1)", [feed]);
    await send(feed, "second");
    await slow.query("commit");
    await slow.end();
    await hears(ear, "second");
    expect(ear.heard.map(({ event }) => event)).toEqual(["first", "second"]);
  });
});
