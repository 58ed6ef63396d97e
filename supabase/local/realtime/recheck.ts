import { setTimeout as wait } from "node:timers/promises";
import { type Authority, NoAnswerError } from "./authority.ts";
import type { Channel, Channels } from "./channels.ts";
import { type Bearer, expiredMessage } from "./tokens.ts";

/** How a full Supabase says that a topic is closed to a bearer. Pure. */
export function revokedMessage(topic: string): string {
  return `You no longer have permission to read from this Channel topic: ${topic}`;
}

/** What a client is told when nobody can say what it may: it comes back by itself. */
export const unansweredMessage = "Realtime was unable to connect to the project database";

/** Ends the channels whose token has had its time. */
export function shutExpired(channels: Channels, nowMs: number): void {
  for (const channel of channels.all()) {
    const { exp } = channel.bearer;
    if (exp * 1000 <= nowMs) channel.shut(expiredMessage(exp, nowMs));
  }
}

const patience = 3;

/** What a bearer may read still; undefined where the database has not got to an answer several times: everybody's messages wait. */
async function askPatiently(authority: Authority, bearer: Bearer, topics: readonly string[]) {
  for (let tries = 0; tries < patience; tries += 1) {
    try {
      return await authority.readable(bearer, topics);
    } catch (cause) {
      if (!(cause instanceof NoAnswerError)) throw cause;
    }
  }
  return undefined;
}

async function recheckAll(channels: Channels, authority: Authority): Promise<void> {
  const byToken = new Map<string, Channel[]>();
  for (const channel of channels.all()) {
    const { token } = channel.bearer;
    byToken.set(token, [...(byToken.get(token) ?? []), channel]);
  }
  for (const group of byToken.values()) {
    const bearer = group[0]?.bearer;
    if (!bearer) continue;
    const readable = await askPatiently(authority, bearer, [...new Set(group.map(({ topic }) => topic))]);
    for (const channel of group) {
      if (channel.bearer.token !== bearer.token || readable?.has(channel.topic)) continue;
      channel.shut(readable ? revokedMessage(channel.topic) : unansweredMessage);
    }
  }
}

export type Rechecker = {
  /** Because somebody may have lost a right: messages wait for it. */
  start(): void;
  /** Just to make sure: nobody waits. */
  glance(): void;
  /** How often somebody may have lost a right: an answer of before is out of date. */
  asked(): number;
  /** Ends with the round that is under way, which goes on until the database has answered. */
  settled(): Promise<void>;
  stop(): void;
};

const retryMs = 100;

/** Asks the policies anew for every channel, one round at a time: calls during a round share the next one. */
export function createRechecker(
  channels: Channels,
  authority: Authority,
  log: (line: string) => void,
): Rechecker {
  let asked = 0;
  let running: Promise<void> | undefined;
  let glancing = false;
  let again = false;
  let stopped = false;
  const fail = (cause: unknown) => log(`realtime: ${String(cause)}`);
  async function run(): Promise<void> {
    while (again && !stopped) {
      again = false;
      try {
        await recheckAll(channels, authority);
      } catch (cause) {
        fail(cause);
        again = true;
        await wait(retryMs);
      }
    }
  }
  function start(): void {
    again = true;
    running ??= run().finally(() => {
      running = undefined;
      if (again && !stopped) start();
    });
  }
  return {
    asked: () => asked,
    start() {
      asked += 1;
      start();
    },
    glance() {
      if (glancing) return;
      glancing = true;
      void recheckAll(channels, authority)
        .catch(fail)
        .finally(() => {
          glancing = false;
        });
    },
    async settled() {
      await running;
    },
    stop() {
      stopped = true;
    },
  };
}
