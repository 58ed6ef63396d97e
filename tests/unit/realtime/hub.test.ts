import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/lib/http/fetch-json";
import type { Channel, ChannelClient } from "@/lib/realtime/client";
import { Hub, type LiveMessage } from "@/lib/realtime/hub";
import type { ChannelStatus, LiveState } from "@/lib/realtime/rules";

type Told = (message: { event: string; payload?: object; meta?: { id: string } }) => void;

/** Stands for a channel of realtime-js: the test says what the server answers. */
class FakeChannel {
  readonly topic: string;
  tell: Told = () => undefined;
  answer: (status: ChannelStatus, error?: Error) => void = () => undefined;
  constructor(topic: string) {
    this.topic = topic;
  }
  on(_type: string, _filter: object, callback: Told) {
    this.tell = callback;
    return this;
  }
  subscribe(callback: FakeChannel["answer"]) {
    this.answer = callback;
    return this;
  }
}

function setUp() {
  const channels: FakeChannel[] = [];
  const removed: string[] = [];
  const left: (() => void)[] = [];
  let accessToken: () => Promise<string> = async () => "";
  let issued = 0;
  const tokens: string[] = [];
  const client = {
    channel: (topic: string) => {
      const channel = new FakeChannel(topic);
      channels.push(channel);
      return channel as unknown as Channel;
    },
    removeChannel: (channel: Channel) => {
      removed.push(channel.topic);
      return new Promise((resolve) => left.push(() => resolve("ok")));
    },
    setAuth: async () => void tokens.push(await accessToken()),
  } as ChannelClient;
  const fetchTicket = vi.fn(async () => {
    issued += 1;
    return { url: "http://api", key: "k", token: `t${issued}`, seconds: 300 };
  });
  const connect = vi.fn((_ticket: unknown, token: () => Promise<string>) => {
    accessToken = token;
    return client;
  });
  const hub = new Hub({ fetchTicket, connect, now: Date.now, chance: () => 0.5 });
  return { hub, channels, removed, left, tokens, fetchTicket, connect, accessToken: () => accessToken() };
}

function listener() {
  const states: LiveState[] = [];
  const messages: LiveMessage[] = [];
  return {
    states,
    messages,
    onState: (state: LiveState) => void states.push(state),
    onMessage: (message: LiveMessage) => void messages.push(message),
  };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a hub", () => {
  it("joins with a token in hand, and hands on what is said", async () => {
    const { hub, channels, tokens } = setUp();
    const ear = listener();
    hub.listen("a", ear);
    await settle();
    expect(tokens).toEqual(["t1"]);
    channels[0]?.answer("SUBSCRIBED");
    channels[0]?.tell({ event: "e", payload: { n: 1 }, meta: { id: "i" } });
    channels[0]?.tell({ event: "e", payload: { id: "j" } });
    expect(ear.states).toEqual(["live"]);
    expect(ear.messages).toEqual([
      { id: "i", event: "e", payload: { n: 1 } },
      { id: "j", event: "e", payload: { id: "j" } },
    ]);
  });

  it("holds one connection and one channel for all who listen to a topic", async () => {
    const { hub, channels, connect, fetchTicket, removed } = setUp();
    const [one, two] = [listener(), listener()];
    const stopOne = hub.listen("a", one);
    hub.listen("b", listener());
    await settle();
    channels.find(({ topic }) => topic === "a")?.answer("SUBSCRIBED");
    const stopTwo = hub.listen("a", two);
    expect(two.states).toEqual(["live"]);
    expect([channels.length, connect.mock.calls.length, fetchTicket.mock.calls.length]).toEqual([2, 1, 1]);
    stopOne();
    stopOne();
    expect(removed).toEqual([]);
    stopTwo();
    expect(removed).toEqual(["a"]);
  });

  it("says live anew after every loss, so that the screen catches up", async () => {
    const { hub, channels } = setUp();
    const ear = listener();
    hub.listen("a", ear);
    await settle();
    const [channel] = channels;
    channel?.answer("SUBSCRIBED");
    channel?.answer("CHANNEL_ERROR", new Error("socket closed"));
    channel?.answer("TIMED_OUT");
    channel?.answer("SUBSCRIBED");
    channel?.answer("SUBSCRIBED");
    expect(ear.states).toEqual(["live", "lost", "live", "live"]);
    expect(channels).toHaveLength(1);
  });

  it("joins anew what the server has closed, each time later", async () => {
    const { hub, channels } = setUp();
    const ear = listener();
    hub.listen("a", ear);
    await settle();
    channels[0]?.answer("SUBSCRIBED");
    channels[0]?.answer("CLOSED");
    await vi.advanceTimersByTimeAsync(999);
    expect(channels).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(channels).toHaveLength(2);
    channels[1]?.answer("CLOSED");
    await vi.advanceTimersByTimeAsync(1_999);
    expect(channels).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    channels[2]?.answer("SUBSCRIBED");
    expect(ear.states).toEqual(["live", "lost", "live"]);
  });

  it("ends when the topic is not open, and asks no more", async () => {
    const { hub, channels, removed } = setUp();
    const ear = listener();
    hub.listen("a", ear);
    await settle();
    channels[0]?.answer(
      "CHANNEL_ERROR",
      new Error("Unauthorized: You do not have permissions to read from this Channel topic: a"),
    );
    channels[0]?.answer("CLOSED");
    await vi.advanceTimersByTimeAsync(120_000);
    expect([ear.states, removed, channels.length]).toEqual([["denied"], ["a"], 1]);
  });

  it("takes a new token before the old one ends, and after one that was refused", async () => {
    const { hub, channels, fetchTicket, accessToken, tokens } = setUp();
    hub.listen("a", listener());
    await settle();
    await vi.advanceTimersByTimeAsync(179_000);
    expect(await accessToken()).toBe("t1");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await Promise.all([accessToken(), accessToken()])).toEqual(["t2", "t2"]);
    channels[0]?.answer("CHANNEL_ERROR", new Error("InvalidJWTToken: Token has expired 1 seconds ago"));
    await settle();
    expect(tokens.at(-1)).toBe("t3");
    expect(fetchTicket).toHaveBeenCalledTimes(3);
  });

  it("tries again while nobody answers, and gives up where it may not", async () => {
    const { hub, channels, fetchTicket } = setUp();
    fetchTicket.mockRejectedValueOnce(new ApiProblem({ code: "offline", title: "offline" }));
    const ear = listener();
    hub.listen("a", ear);
    await settle();
    expect(ear.states).toEqual(["lost"]);
    await vi.advanceTimersByTimeAsync(1_000);
    channels[0]?.answer("SUBSCRIBED");
    expect(ear.states).toEqual(["lost", "live"]);
    await vi.advanceTimersByTimeAsync(200_000);
    fetchTicket.mockRejectedValue(new ApiProblem({ code: "unauthenticated", title: "" }));
    channels[0]?.answer("CLOSED");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ear.states).toEqual(["lost", "live", "lost", "denied"]);
    expect(channels).toHaveLength(1);
  });

  it("joins a topic that was just left after it has been left", async () => {
    const { hub, channels, left } = setUp();
    const stop = hub.listen("a", listener());
    await settle();
    channels[0]?.answer("SUBSCRIBED");
    stop();
    const ear = listener();
    hub.listen("a", ear);
    await settle();
    expect(channels).toHaveLength(1);
    left[0]?.();
    await settle();
    channels[1]?.answer("SUBSCRIBED");
    expect(ear.states).toEqual(["live"]);
  });

  it("does nothing for those who have gone", async () => {
    const { hub, channels } = setUp();
    const ear = listener();
    hub.listen("a", ear)();
    await settle();
    expect([channels.length, ear.states]).toEqual([0, []]);
    const stop = hub.listen("b", ear);
    await settle();
    channels[0]?.answer("CLOSED");
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    channels[0]?.answer("SUBSCRIBED");
    expect([channels.length, ear.states]).toEqual([1, ["lost"]]);
  });
});
