import { RealtimeClient } from "@supabase/realtime-js";
import { describe, expect, it } from "vitest";
import {
  broadcastOf,
  readBinary,
  readText,
  writeBroadcast,
  writeText,
} from "../../../supabase/local/realtime/frames.ts";
import { createMeter } from "../../../supabase/local/realtime/limits.ts";

const { serializer } = new RealtimeClient("ws://x", {
  params: { apikey: "x" },
  transport: class {} as never,
});

function encode(payload: Record<string, unknown>): Uint8Array {
  const message = { join_ref: "1", ref: "2", topic: "realtime:é", event: "broadcast", payload };
  return new Uint8Array(serializer.encode(message, (result) => result) as ArrayBuffer);
}

function decode(data: string | Uint8Array | undefined): unknown {
  const raw = typeof data === "string" || !data ? data : Uint8Array.from(data).buffer;
  return serializer.decode(raw ?? "", (message: unknown) => message);
}

describe("frames of the protocol", () => {
  const frame = { joinRef: "1", ref: "2", topic: "realtime:a", event: "phx_join", payload: { config: {} } };

  it.each(["1.0.0", "2.0.0"] as const)("are read as they are written (vsn %s)", (version) => {
    expect(readText(version, writeText(version, frame))).toEqual(frame);
  });

  it.each(["", "null", "[]", "{}", '"x"', '{"topic":1,"event":"x"}', '["1","2","t"]'])(
    "are not %s",
    (text) => {
      expect(readText("1.0.0", text)).toBeUndefined();
      expect(readText("2.0.0", text)).toBeUndefined();
    },
  );

  it("of a client's broadcast are read as the client library writes them", () => {
    const read = readBinary(encode({ event: "ü", payload: { n: 1 } }));
    expect(read).toMatchObject({ joinRef: "1", ref: "2", topic: "realtime:é", event: "broadcast" });
    expect(read && broadcastOf(read)).toEqual({ event: "ü", json: { n: 1 } });
    const bytes = readBinary(encode({ event: "b", payload: Uint8Array.of(1, 2, 3).buffer }));
    expect(bytes && broadcastOf(bytes)).toEqual({ event: "b", bytes: Uint8Array.of(1, 2, 3) });
  });

  it("of a broadcast are written as the client library reads them", () => {
    const told = { join_ref: null, ref: null, topic: "realtime:é", event: "broadcast" };
    const json = writeBroadcast("2.0.0", "realtime:é", { event: "e", json: { n: 1 }, meta: { id: "i" } });
    expect(decode(json)).toEqual({
      ...told,
      payload: { type: "broadcast", event: "e", payload: { n: 1 }, meta: { id: "i" } },
    });
    const bytes = writeBroadcast("2.0.0", "realtime:é", { event: "e", bytes: Uint8Array.of(7) });
    expect(decode(bytes)).toEqual({
      ...told,
      payload: { type: "broadcast", event: "e", payload: Uint8Array.of(7).buffer },
    });
    expect(writeBroadcast("1.0.0", "realtime:é", { event: "e", bytes: Uint8Array.of(7) })).toBeUndefined();
  });

  it("that are cut short anywhere are none", () => {
    const whole = encode({ event: "event", payload: { n: 1 } });
    const cuts = Array.from({ length: whole.length }, (_, length) => readBinary(whole.subarray(0, length)));
    expect(cuts.every((cut) => cut === undefined)).toBe(true);
  });
});

it("an allowance lets a burst through, then so many a second", () => {
  const may = createMeter({ burst: 3, perSecond: 2 });
  expect([0, 0, 0, 0].map(may)).toEqual([true, true, true, false]);
  expect([400, 500, 600, 1000, 1500].map(may)).toEqual([false, true, false, true, true]);
  expect([60_000, 60_000, 60_000, 60_000].map(may)).toEqual([true, true, true, false]);
});
