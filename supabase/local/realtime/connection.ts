import { WebSocket } from "ws";
import type { Authority } from "./authority.ts";
import type { Channel, Channels, Receiver } from "./channels.ts";
import { broadcastOf, type Frame, readBinary, readText, type Version, writeText } from "./frames.ts";
import { joinChannel } from "./join.ts";
import { createMeter, realtimeLimits } from "./limits.ts";
import { type Rechecker, revokedMessage, unansweredMessage } from "./recheck.ts";
import { type Bearer, type Keys, readToken } from "./tokens.ts";

/** What every connection of a gateway shares. */
export type Shared = {
  keys: Keys;
  channels: Channels;
  authority: Authority;
  rechecker: Rechecker;
  log(line: string): void;
};

/** One client's connection: reads its frames, and holds the channels it has joined. */
export class Connection implements Receiver {
  readonly version: Version;
  /** Whom a channel acts for that brings no token of its own. */
  readonly key: Bearer;
  readonly shared: Shared;
  readonly mayJoin = createMeter(realtimeLimits.joins);
  readonly #maySpeak = createMeter(realtimeLimits.frames);
  readonly #socket: WebSocket;
  readonly #channels = new Map<string, Channel>();
  /** What is under way in a topic: its frames are answered one after the other. */
  readonly #turns = new Map<string, Promise<void>>();
  #heardAt = Date.now();

  constructor(socket: WebSocket, version: Version, key: Bearer, shared: Shared) {
    this.version = version;
    this.key = key;
    this.shared = shared;
    this.#socket = socket;
    socket.on("message", (data, isBinary) => this.#hear(data, isBinary));
    socket.on("close", () => this.#forget());
    // Frames that are too long or broken: ws ends the connection with the right code.
    socket.on("error", () => undefined);
  }

  get open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  get size(): number {
    return this.#channels.size;
  }

  write(data: string | Uint8Array): void {
    if (!this.open) return;
    if (this.#socket.bufferedAmount > realtimeLimits.unsentBytes) this.#socket.terminate();
    else this.#socket.send(data);
  }

  push(frame: Frame): void {
    this.write(writeText(this.version, frame));
  }

  reply(frame: Frame, status: "ok" | "error", response: Record<string, unknown> = {}): void {
    this.push({ ...frame, event: "phx_reply", payload: { status, response } });
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  isSilent(nowMs: number): boolean {
    return nowMs - this.#heardAt > realtimeLimits.silenceMs;
  }

  channel(topic: string): Channel | undefined {
    return this.#channels.get(topic);
  }

  /** Keeps a channel in the place of an older one of the same topic. */
  keep(topic: string, channel: Channel): void {
    this.drop(topic);
    this.#channels.set(topic, channel);
    this.shared.channels.add(channel);
  }

  /** Ends a channel and tells the client. */
  drop(topic: string): void {
    const channel = this.#channels.get(topic);
    if (!channel) return;
    this.#channels.delete(topic);
    this.shared.channels.remove(channel);
    const { joinRef } = channel;
    this.push({ joinRef, ref: joinRef, topic, event: "phx_close", payload: {} });
  }

  #forget(): void {
    for (const channel of this.#channels.values()) this.shared.channels.remove(channel);
    this.#channels.clear();
  }

  #hear(data: Buffer, isBinary: boolean): void {
    this.#heardAt = Date.now();
    if (!this.#maySpeak(this.#heardAt)) {
      this.close(1008, "Too many messages");
      return;
    }
    const binary = isBinary && this.version === "2.0.0" ? readBinary(data) : undefined;
    const frame = isBinary ? binary : readText(this.version, data.toString());
    if (!frame) this.close(1007, "Not a frame of this protocol");
    else if (frame.topic !== "phoenix") this.#queue(frame);
    else if (frame.event === "heartbeat") this.reply(frame, "ok");
  }

  #queue(frame: Frame): void {
    const before = this.#turns.get(frame.topic) ?? Promise.resolve();
    const turn = before
      .then(() => this.#answer(frame))
      .catch((cause) => {
        this.shared.log(`realtime: ${frame.event}: ${String(cause)}`);
        this.reply(frame, "error", { reason: unansweredMessage });
      })
      .finally(() => {
        if (this.#turns.get(frame.topic) === turn) this.#turns.delete(frame.topic);
      });
    this.#turns.set(frame.topic, turn);
  }

  async #answer(frame: Frame): Promise<void> {
    if (!this.open) return;
    if (frame.event === "phx_join") return joinChannel(this, frame);
    const channel = this.#channels.get(frame.topic);
    if (frame.event === "phx_leave") {
      this.reply(frame, "ok");
      return this.drop(frame.topic);
    }
    if (!channel) return this.reply(frame, "error", { reason: "unmatched topic" });
    if (frame.joinRef !== null && frame.joinRef !== channel.joinRef) return;
    if (frame.event === "access_token") return this.#renew(channel, frame.payload.access_token);
    if (frame.event === "broadcast") return this.#send(channel, frame);
    if (frame.event === "presence") this.reply(frame, "error", { reason: "Presence is not offered here" });
  }

  async #renew(channel: Channel, token: unknown): Promise<void> {
    if (typeof token !== "string" || token.startsWith("sb_") || token === channel.bearer.token) return;
    const bearer = await readToken(token, this.shared.keys);
    if ("code" in bearer) return channel.shut(bearer.message);
    channel.bearer = bearer;
    channel.maySend = undefined;
    const readable = await this.shared.authority.readable(bearer, [channel.topic]).catch((cause: unknown) => {
      channel.shut(unansweredMessage);
      throw cause;
    });
    if (!readable.has(channel.topic)) channel.shut(revokedMessage(channel.topic));
  }

  async #send(channel: Channel, frame: Frame): Promise<void> {
    const broadcast = broadcastOf(frame);
    if (!broadcast) return;
    channel.maySend ??= await this.shared.authority.maySend(channel.bearer, channel.topic);
    if (!channel.maySend) return;
    this.shared.channels.deliver(channel.topic, broadcast, channel.self ? undefined : channel);
    if (channel.ack) this.reply(frame, "ok");
  }
}
