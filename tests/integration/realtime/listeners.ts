import { createClient, type RealtimeChannel, type SupabaseClient } from "@supabase/supabase-js";
import { describe, expect, onTestFinished } from "vitest";
import { type Listener, mintRealtimeToken } from "@/lib/supabase/token";
import { sql, stackEnv } from "../../support/stack.ts";
import type { Person } from "../people.ts";

const needed = ["SUPABASE_JWT_SECRET", "SUPABASE_SECRET_KEY", "DATABASE_URL"] as const;
const missing = needed.filter((name) => stackEnv()[name] === "");

/** Whether the tests run against the embedded stack, whose gateway does more than a full Supabase does. */
export const embedded = process.env.TEST_SUPABASE_URL === undefined;

/** A group of tests of the contract with Realtime; skipped, by name, where the other Supabase is not described enough. */
export function describeRealtime(name: string, tests: () => void): void {
  const note = missing.length > 0 ? ` (skipped: set ${missing.join(", ")})` : "";
  describe.skipIf(missing.length > 0)(`${name}${note}`, tests);
}

/** The two versions of the protocol that supabase-js speaks. */
export const versions = ["2.0.0", "1.0.0"] as const;

export type Version = (typeof versions)[number];

/** A client that carries one token at a time; `renew` gives it another. It ends with the test. */
export type Client = SupabaseClient & { renew(token: string): Promise<void> };

/** A client for a token as a page holds it, or for an API key. */
export async function connect(token: string, vsn: Version = "2.0.0"): Promise<Client> {
  const env = stackEnv();
  let current = token;
  const key = token === env.SUPABASE_SECRET_KEY ? token : env.SUPABASE_PUBLISHABLE_KEY;
  const client = createClient(env.SUPABASE_URL, key, {
    accessToken: async () => current,
    realtime: { vsn, reconnectAfterMs: () => 200 },
  });
  onTestFinished(async () => {
    await client.removeAllChannels();
  });
  // Without this the first join may leave before the token is there.
  await client.realtime.setAuth();
  return Object.assign(client, {
    async renew(next: string) {
      current = next;
      await client.realtime.setAuth();
    },
  });
}

/** The token of a page of the network, or of a community's host. */
export function tokenOf({ id, sessionId }: Person, more: Partial<Listener> = {}): Promise<string> {
  return mintRealtimeToken({ userId: id, sessionId, ...more });
}

type Heard = { event: string; payload: Record<string, unknown> };

/** What one channel has been told so far. */
export type Ear = {
  channel: RealtimeChannel;
  /** SUBSCRIBED, CHANNEL_ERROR, ... in order. */
  statuses: string[];
  reasons: string[];
  heard: Heard[];
  system: { status: string; message: string; channel: string; extension: string }[];
};

/** Joins a private channel and settles at the first answer. */
export async function listen(
  client: SupabaseClient,
  topic: string,
  config: { private?: boolean; broadcast?: { self?: boolean; ack?: boolean } } = {},
): Promise<Ear> {
  const channel = client.channel(topic, { config: { private: true, ...config } });
  const ear: Ear = { channel, statuses: [], reasons: [], heard: [], system: [] };
  channel.on("broadcast", { event: "*" }, (message) =>
    ear.heard.push({ event: message.event, payload: message.payload as Record<string, unknown> }),
  );
  channel.on("system", {}, (payload) => ear.system.push(payload));
  await new Promise<void>((resolve) => {
    channel.subscribe((status, error) => {
      ear.statuses.push(status);
      if (error) ear.reasons.push(error.message);
      resolve();
    });
  });
  return ear;
}

/** Sends from the database, as the worker does. */
export async function send(
  topic: string,
  event: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  await sql("select realtime.send($1::jsonb, $2, $3, true)", [JSON.stringify(payload), event, topic]);
}

/** Waits until somebody has heard of something. */
export async function hears(ear: Ear, event: string): Promise<void> {
  await expect.poll(() => ear.heard.map((message) => message.event), { timeout: 15_000 }).toContain(event);
}

/** Waits until a channel is in a state. */
export async function comesTo(ear: Ear, status: string, timeout = 15_000): Promise<void> {
  await expect.poll(() => ear.statuses.at(-1), { timeout }).toBe(status);
}
