import { describe, expect, it } from "vitest";
import { judgeRefusal, judgeStatus, renewalTime, reopenDelay } from "@/lib/realtime/rules";

describe("what a channel's status means", () => {
  it.each([
    ["SUBSCRIBED", undefined, "live", "wait"],
    ["CLOSED", undefined, "lost", "reopen"],
    ["TIMED_OUT", undefined, "lost", "wait"],
    ["CHANNEL_ERROR", undefined, "lost", "wait"],
    ["CHANNEL_ERROR", "socket closed", "lost", "wait"],
    ["CHANNEL_ERROR", "Realtime was unable to connect to the project database", "lost", "wait"],
    [
      "CHANNEL_ERROR",
      "Unauthorized: You do not have permissions to read from this Channel topic: x",
      "denied",
      "give_up",
    ],
    ["CHANNEL_ERROR", "InvalidJWTToken: Token has expired 3 seconds ago", "lost", "renew"],
    ["CHANNEL_ERROR", "JwtSignatureError: Failed to validate JWT signature", "lost", "renew"],
  ] as const)("%s (%s): %s, %s", (status, reason, state, next) => {
    expect(judgeStatus(status, reason)).toEqual({ state, next });
  });
});

it("takes a no for a no, and anything else for a fault that passes", () => {
  const codes = [
    "unauthenticated",
    "forbidden",
    "not_found",
    "offline",
    "internal",
    "rate_limited",
    undefined,
  ];
  expect(codes.map(judgeRefusal)).toEqual(["denied", "denied", "denied", "lost", "lost", "lost", "lost"]);
});

it("renews two minutes before the end, or at half of a short life", () => {
  expect(renewalTime({ seconds: 300 }, 1000)).toBe(181_000);
  expect(renewalTime({ seconds: 60 }, 0)).toBe(30_000);
});

it("waits longer each time, up to half a minute, and not all pages alike", () => {
  const waits = [0, 1, 2, 3, 4, 99].map((tries) => reopenDelay(tries, 0.5));
  expect(waits).toEqual([1_000, 2_000, 5_000, 10_000, 30_000, 30_000]);
  expect([reopenDelay(1, 0), reopenDelay(1, 1)]).toEqual([1_500, 2_500]);
});
