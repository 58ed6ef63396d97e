import { describe, expect, it } from "vitest";
import { type Authority, NoAnswerError } from "../../../supabase/local/realtime/authority.ts";
import { type Channel, Channels } from "../../../supabase/local/realtime/channels.ts";
import {
  createRechecker,
  revokedMessage,
  unansweredMessage,
} from "../../../supabase/local/realtime/recheck.ts";
import type { Bearer } from "../../../supabase/local/realtime/tokens.ts";

/** One channel per topic, and what each was told when it was shut. */
function listening(...topics: string[]) {
  const channels = new Channels();
  const told: Record<string, string> = {};
  for (const topic of topics) {
    const bearer: Bearer = { token: topic, role: "anon", claims: {}, exp: Number.POSITIVE_INFINITY };
    const receiver = { version: "2.0.0", write: () => undefined } as const;
    const channel: Channel = {
      ...{ topic, bearer, receiver, joinRef: null, ack: false, self: false },
      shut(reason) {
        told[topic] = reason;
      },
    };
    channels.add(channel);
  }
  return { channels, told };
}

/** Answers what each question in turn makes of the topics, the last answer for good. */
function authorityOf(...answers: ((topics: readonly string[]) => readonly string[])[]): Authority {
  let asked = 0;
  return {
    async readable(_bearer, topics) {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      return new Set(answer?.(topics));
    },
    maySend: async () => false,
    close: async () => undefined,
  };
}

async function recheck(channels: Channels, authority: Authority): Promise<string[]> {
  const lines: string[] = [];
  const rechecker = createRechecker(channels, authority, (line) => lines.push(line));
  rechecker.start();
  await rechecker.settled();
  return lines;
}

const all = (topics: readonly string[]) => topics;
const none = () => [];
function slow(): never {
  throw new NoAnswerError("canceling statement due to statement timeout");
}
function away(): never {
  throw new Error("Connection terminated unexpectedly");
}

describe("asking the policies anew", () => {
  it("shuts what is no longer open, and nothing else", async () => {
    const { channels, told } = listening("kept", "lost");
    await recheck(
      channels,
      authorityOf((topics) => topics.filter((topic) => topic === "kept")),
    );
    expect(told).toEqual({ lost: revokedMessage("lost") });
  });

  it("takes a question that was not answered for no refusal", async () => {
    const { channels, told } = listening("slow");
    await recheck(channels, authorityOf(slow, slow, all));
    expect(told).toEqual({});
    await recheck(channels, authorityOf(slow, none));
    expect(told).toEqual({ slow: revokedMessage("slow") });
  });

  it("lets nobody keep the others waiting, and says that nothing was refused", async () => {
    const { channels, told } = listening("endless", "kept");
    await recheck(
      channels,
      authorityOf((topics) => (topics.includes("endless") ? slow() : topics)),
    );
    expect(told).toEqual({ endless: unansweredMessage });
  });

  it("waits for a database that is away, and shuts nothing", async () => {
    const { channels, told } = listening("kept");
    const lines = await recheck(channels, authorityOf(away, away, away, away, all));
    expect(told).toEqual({});
    expect(lines).toHaveLength(4);
  });
});
