import { beforeAll, expect, it, onTestFinished } from "vitest";
import { createChannelClient } from "@/lib/realtime/client";
import { Hub, type LiveMessage } from "@/lib/realtime/hub";
import type { LiveState } from "@/lib/realtime/rules";
import { sql, stackEnv } from "../../support/stack.ts";
import { createCommunity, createPerson, join, type Person } from "../people.ts";
import { mintToken } from "../stack/clients.ts";
import { describeRealtime, embedded, send } from "./listeners.ts";

let community: { id: string };
let feed: string;

beforeAll(async () => {
  community = await createCommunity(await createPerson());
  feed = `tenant:${community.id}:feed`;
});

async function member(): Promise<Person> {
  const person = await createPerson();
  await join(person, community.id);
  return person;
}

/** What a page of this person has: a hub that takes tokens of so many seconds. */
function pageOf({ id, sessionId }: Person, seconds: number) {
  const asked: number[] = [];
  const claims = { role: "anon", scope: "realtime", listener: id, listener_session: sessionId };
  const hub = new Hub({
    fetchTicket: async () => {
      asked.push(Date.now());
      const token = await mintToken(claims, undefined, `${seconds}s`);
      return { url: stackEnv().SUPABASE_URL, key: stackEnv().SUPABASE_PUBLISHABLE_KEY, token, seconds };
    },
    connect: createChannelClient,
    now: Date.now,
    chance: () => 0,
  });
  const states: LiveState[] = [];
  const messages: LiveMessage[] = [];
  const listen = (topic: string) => {
    const stop = hub.listen(topic, {
      onState: (state) => states.push(state),
      onMessage: (message) => messages.push(message),
    });
    onTestFinished(stop);
    return stop;
  };
  return { listen, states, messages, asked };
}

const until = (state: () => unknown) => expect.poll(state, { timeout: 20_000 });

describeRealtime("a page's hub", () => {
  it("comes back with a new token when it has slept past the old one, and says so", async () => {
    const { listen, states, messages, asked } = pageOf(await member(), 3);
    listen(feed);
    await until(() => states).toEqual(["live"]);
    await until(() => states).toEqual(["live", "lost", "live"]);
    expect(asked.length).toBeGreaterThan(1);
    await send(feed, "after", { n: 1 });
    await until(() => messages).toEqual([
      { id: expect.any(String), event: "after", payload: expect.objectContaining({ n: 1 }) },
    ]);
  });

  it("listens to one topic again and again", async () => {
    const { listen, states, messages } = pageOf(await member(), 300);
    for (let round = 0; round < 3; round += 1) {
      const stop = listen(feed);
      await until(() => states.length).toBe(round + 1);
      await send(feed, `round ${round}`);
      await until(() => messages.length).toBe(round + 1);
      stop();
    }
    listen(feed);
    await until(() => states).toEqual(["live", "live", "live", "live"]);
    expect(messages.map(({ event }) => event)).toEqual(["round 0", "round 1", "round 2"]);
  });

  it.skipIf(!embedded)("learns that a topic is closed to it", async () => {
    const person = await member();
    const { listen, states } = pageOf(person, 300);
    listen(feed);
    await until(() => states).toEqual(["live"]);
    await sql("update tenant_users set status = 'removed', left_at = now() where user_id = $1", [person.id]);
    await until(() => states).toEqual(["live", "lost", "denied"]);
  });
});
