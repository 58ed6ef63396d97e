/*
 * The frames of Supabase Realtime: Phoenix messages as JSON objects (vsn 1.0.0) or arrays (2.0.0), and in 2.0.0 the
 * binary frames in which broadcasts of clients travel.
 */

export type Version = "1.0.0" | "2.0.0";

/** What a broadcast carries: JSON, or bytes that no 1.0.0 client can be given. */
export type Broadcast = { event: string; meta?: { id: string } } & (
  | { json: unknown }
  | { bytes: Uint8Array }
);

export type Frame = {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: Record<string, unknown>;
  /** Set where the frame was a binary broadcast. */
  broadcast?: Broadcast;
};

const PUSH = 3;
const BROADCAST = 4;
const JSON_ENCODING = 1;
const text = new TextDecoder("utf-8", { fatal: true });

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refOf(value: unknown): string | null {
  return typeof value === "string" && value.length <= 64 ? value : null;
}

function frameOf(parts: [joinRef: unknown, ref: unknown, topic: unknown, event: unknown, payload: unknown]) {
  const [joinRef, ref, topic, event, payload] = parts;
  if (typeof topic !== "string" || typeof event !== "string") return undefined;
  const body = isRecord(payload) ? payload : {};
  return { joinRef: refOf(joinRef), ref: refOf(ref), topic, event, payload: body };
}

/** Reads a text frame; undefined where it is none. Pure. */
export function readText(version: Version, data: string): Frame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (version === "2.0.0") {
    if (!Array.isArray(value) || value.length !== 5) return undefined;
    return frameOf([value[0], value[1], value[2], value[3], value[4]]);
  }
  if (!isRecord(value)) return undefined;
  return frameOf([value.join_ref, value.ref, value.topic, value.event, value.payload]);
}

/** Reads a binary frame: a client's broadcast, or undefined. Pure. */
export function readBinary(data: Uint8Array): Frame | undefined {
  const [kind, joinRef = 0, ref = 0, topic = 0, event = 0, meta = 0, encoding] = data;
  let offset = 7;
  if (kind !== PUSH || data.length < offset + joinRef + ref + topic + event + meta) return undefined;
  const take = (length: number) => {
    offset += length;
    return text.decode(data.subarray(offset - length, offset));
  };
  try {
    const refs = [take(joinRef), take(ref)].map((value) => value || null);
    const head = { joinRef: refs[0] ?? null, ref: refs[1] ?? null, topic: take(topic), event: "broadcast" };
    const name = take(event);
    offset += meta;
    const rest = data.slice(offset);
    const broadcast =
      encoding === JSON_ENCODING
        ? { event: name, json: JSON.parse(text.decode(rest)) as unknown }
        : { event: name, bytes: rest };
    return { ...head, payload: {}, broadcast };
  } catch {
    return undefined;
  }
}

/** The broadcast that a client's frame asks to send, whichever form it came in. Pure. */
export function broadcastOf(frame: Frame): Broadcast | undefined {
  if (frame.broadcast) return frame.broadcast;
  const { event, payload } = frame.payload;
  return typeof event === "string" ? { event, json: payload } : undefined;
}

/** Writes a frame as text. Pure. */
export function writeText(version: Version, { joinRef, ref, topic, event, payload }: Frame): string {
  return version === "2.0.0"
    ? JSON.stringify([joinRef, ref, topic, event, payload])
    : JSON.stringify({ join_ref: joinRef, ref, topic, event, payload });
}

function writeBinary(topic: string, event: string, bytes: Uint8Array): Uint8Array | undefined {
  const encoder = new TextEncoder();
  const [name, subject] = [encoder.encode(event), encoder.encode(topic)];
  if (name.length > 255 || subject.length > 255) return undefined;
  return Buffer.concat([Uint8Array.of(BROADCAST, subject.length, name.length, 0, 0), subject, name, bytes]);
}

/** Writes a broadcast for receivers of one version; undefined where that version cannot say it. Pure. */
export function writeBroadcast(
  version: Version,
  topic: string,
  broadcast: Broadcast,
): string | Uint8Array | undefined {
  if ("bytes" in broadcast) {
    return version === "2.0.0" ? writeBinary(topic, broadcast.event, broadcast.bytes) : undefined;
  }
  const { event, json, meta } = broadcast;
  const payload = { type: "broadcast", event, payload: json, ...(meta ? { meta } : {}) };
  return writeText(version, { joinRef: null, ref: null, topic, event: "broadcast", payload });
}
