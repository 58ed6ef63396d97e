import { ApiProblem, fetchJson } from "@/lib/http/fetch-json";
import { type Channel, type ChannelClient, createChannelClient } from "./client";
import {
  type ChannelStatus,
  judgeRefusal,
  judgeStatus,
  type LiveState,
  renewalTime,
  reopenDelay,
} from "./rules";
import type { Ticket } from "./schemas";

/** A broadcast: what happened and to what, never the content itself. */
export interface LiveMessage {
  id: string;
  event: string;
  payload: Record<string, unknown>;
}

export interface Listening {
  onMessage(message: LiveMessage): void;
  onState(state: LiveState): void;
}

/** What a hub needs of the world. */
export interface HubWorld {
  /** @throws ApiProblem where the page may not listen, or nobody answers. */
  fetchTicket(): Promise<Ticket>;
  connect(ticket: Ticket, token: () => Promise<string>): ChannelClient;
  now(): number;
  chance(): number;
}

interface Topic {
  listeners: Set<Listening>;
  channel?: Channel;
  state?: LiveState;
  tries: number;
  timer?: ReturnType<typeof setTimeout>;
}

/** One connection for all topics that a page listens to. */
export class Hub {
  readonly #world: HubWorld;
  readonly #topics = new Map<string, Topic>();
  #client?: ChannelClient;
  #ticket?: { token: string; renewAt: number };
  #asking?: Promise<Ticket>;
  /** Channels that are being left: a topic is joined again only after that. */
  readonly #leaving = new Map<string, Promise<unknown>>();

  constructor(world: HubWorld) {
    this.#world = world;
  }

  /** Listens until the returned function is called. */
  listen(name: string, listening: Listening): () => void {
    let topic = this.#topics.get(name);
    if (topic) {
      topic.listeners.add(listening);
      if (topic.state) listening.onState(topic.state);
    } else {
      topic = { listeners: new Set([listening]), tries: 0 };
      this.#topics.set(name, topic);
      void this.#open(name, topic);
    }
    const mine = topic;
    return () => {
      mine.listeners.delete(listening);
      if (mine.listeners.size === 0 && this.#topics.get(name) === mine) this.#forget(name, mine);
    };
  }

  #forget(name: string, topic: Topic): void {
    this.#topics.delete(name);
    clearTimeout(topic.timer);
    const { channel } = topic;
    topic.channel = undefined;
    if (channel) this.#leave(name, channel);
  }

  #leave(name: string, channel: Channel): void {
    const left = this.#client?.removeChannel(channel).finally(() => {
      if (this.#leaving.get(name) === left) this.#leaving.delete(name);
    });
    if (left) this.#leaving.set(name, left);
  }

  async #token(): Promise<string> {
    if (this.#ticket && this.#world.now() < this.#ticket.renewAt) return this.#ticket.token;
    return (await this.#renew()).token;
  }

  async #renew(): Promise<Ticket> {
    this.#asking ??= this.#world.fetchTicket().finally(() => {
      this.#asking = undefined;
    });
    const ticket = await this.#asking;
    this.#ticket = { token: ticket.token, renewAt: renewalTime(ticket, this.#world.now()) };
    return ticket;
  }

  async #open(name: string, topic: Topic): Promise<void> {
    try {
      if (this.#client) await this.#token();
      else {
        const ticket = await this.#renew();
        this.#client ??= this.#world.connect(ticket, () => this.#token());
      }
      await this.#client.setAuth();
      await this.#leaving.get(name);
    } catch (error) {
      const state = judgeRefusal(error instanceof ApiProblem ? error.code : undefined);
      this.#tell(topic, state);
      if (state === "lost") this.#reopen(name, topic);
      return;
    }
    if (this.#topics.get(name) === topic && !topic.channel) this.#join(this.#client, name, topic);
  }

  #join(client: ChannelClient, name: string, topic: Topic): void {
    const channel = client.channel(name, { config: { private: true } });
    topic.channel = channel;
    channel.on("broadcast", { event: "*" }, ({ event, payload, meta }) => {
      const id = String(meta?.id ?? payload?.id ?? "");
      for (const listening of topic.listeners) listening.onMessage({ id, event, payload: payload ?? {} });
    });
    channel.subscribe((status, error) => {
      if (topic.channel === channel) this.#hear(name, topic, status, error?.message);
    });
  }

  #hear(name: string, topic: Topic, status: ChannelStatus, reason: string | undefined): void {
    const { state, next } = judgeStatus(status, reason);
    if (state === "live") topic.tries = 0;
    const { channel } = topic;
    if (next === "reopen" || next === "give_up") topic.channel = undefined;
    if (next === "give_up" && channel) this.#leave(name, channel);
    if (next === "renew") {
      this.#ticket = undefined;
      void this.#client?.setAuth();
    }
    this.#tell(topic, state);
    if (next === "reopen") this.#reopen(name, topic);
  }

  #reopen(name: string, topic: Topic): void {
    if (this.#topics.get(name) !== topic) return;
    clearTimeout(topic.timer);
    topic.timer = setTimeout(
      () => void this.#open(name, topic),
      reopenDelay(topic.tries, this.#world.chance()),
    );
    topic.tries += 1;
  }

  #tell(topic: Topic, state: LiveState): void {
    // Live again is news each time: something may have been missed in between.
    if (topic.state === state && state !== "live") return;
    topic.state = state;
    for (const listening of topic.listeners) listening.onState(state);
  }
}

let hub: Hub | undefined;

/** The hub of this page. */
export function pageHub(): Hub {
  hub ??= new Hub({
    fetchTicket: () => fetchJson<Ticket>("/api/v1/realtime", { method: "POST" }),
    connect: createChannelClient,
    now: Date.now,
    chance: Math.random,
  });
  return hub;
}
