import type { Broadcast, Version } from "./frames.ts";
import { writeBroadcast } from "./frames.ts";
import type { Bearer } from "./tokens.ts";

/** A client that is reached over one connection. */
export type Receiver = { version: Version; write(data: string | Uint8Array): void };

/** One topic that one connection has joined. */
export type Channel = {
  /** Without the prefix `realtime:`. */
  topic: string;
  joinRef: string | null;
  receiver: Receiver;
  bearer: Bearer;
  ack: boolean;
  self: boolean;
  /** Whether the bearer may send; asked at the first attempt and anew with each token. */
  maySend?: boolean;
  /** Says why to the client, and ends the channel. */
  shut(reason: string): void;
};

/** Every channel of every connection, by topic. */
export class Channels {
  readonly #byTopic = new Map<string, Set<Channel>>();

  add(channel: Channel): void {
    const known = this.#byTopic.get(channel.topic);
    if (known) known.add(channel);
    else this.#byTopic.set(channel.topic, new Set([channel]));
  }

  remove(channel: Channel): void {
    const known = this.#byTopic.get(channel.topic);
    known?.delete(channel);
    if (known?.size === 0) this.#byTopic.delete(channel.topic);
  }

  all(): Channel[] {
    return [...this.#byTopic.values()].flatMap((channels) => [...channels]);
  }

  /** Hands a broadcast to everybody on its topic but its sender. */
  deliver(topic: string, broadcast: Broadcast, sender?: Channel): void {
    const written = new Map<Version, string | Uint8Array | undefined>();
    for (const channel of this.#byTopic.get(topic) ?? []) {
      const { version } = channel.receiver;
      if (channel === sender) continue;
      if (!written.has(version))
        written.set(version, writeBroadcast(version, `realtime:${topic}`, broadcast));
      const data = written.get(version);
      if (data !== undefined) channel.receiver.write(data);
    }
  }
}
