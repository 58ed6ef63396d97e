import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RateClassName } from "@/lib/rate-limit/classes";
import { type RedisStandIn, startRedisStandIn } from "./redis-stand-in.ts";

const log = vi.hoisted(() => ({ warn: vi.fn() }));
vi.mock("@/lib/observability/log", () => ({ log }));

const complete = {
  SUPABASE_URL: "http://127.0.0.1:54321",
  SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
  SUPABASE_JWT_SECRET: "s".repeat(32),
};

/** The limiter as a process of its own would have it. */
async function freshLimiter(environment: Record<string, string> = {}) {
  vi.resetModules();
  for (const [name, value] of Object.entries({
    ...complete,
    REDIS_URL: "",
    RATE_LIMIT_FACTOR: "",
    ...environment,
  }))
    vi.stubEnv(name, value);
  const { requireRate } = await import("@/lib/rate-limit/limiter");
  const { RATE_CLASSES } = await import("@/lib/rate-limit/classes");
  const { redisClient } = await import("@/lib/rate-limit/redis");
  const admits = (name: RateClassName, person: string, tenant: string | null = null) =>
    requireRate(name, person, tenant).then(
      () => true,
      (error: { code?: string }) => {
        if (error.code !== "rate_limited") throw error;
        return false;
      },
    );
  return { requireRate, RATE_CLASSES, redisClient, admits };
}

afterEach(() => {
  vi.unstubAllEnvs();
  log.warn.mockReset();
});

describe("in memory", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("never admits more than the limit in one window, and admits again in the next", async () => {
    const { admits, RATE_CLASSES } = await freshLimiter();
    const { person: limit, windowSeconds } = RATE_CLASSES.auth;
    let runs = 0;
    const steps = fc.array(
      fc.record({ who: fc.integer({ min: 0, max: 2 }), wait: fc.integer({ min: 0, max: 40_000 }) }),
      { minLength: 1, maxLength: 120 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (requests) => {
        runs += 1;
        const windows = new Map<number, { from: number; admitted: number }>();
        for (const { who, wait } of requests) {
          vi.advanceTimersByTime(wait);
          const now = Date.now();
          const open = windows.get(who);
          const window = open && now - open.from < windowSeconds * 1000 ? open : { from: now, admitted: 0 };
          windows.set(who, window);
          const isAdmitted = await admits("auth", `run ${runs} person ${who}`);
          expect(isAdmitted).toBe(window.admitted < limit);
          if (isAdmitted) window.admitted += 1;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("tells how many are left and when the window ends", async () => {
    const { requireRate, RATE_CLASSES } = await freshLimiter();
    const { person: limit, windowSeconds } = RATE_CLASSES.write;
    expect(await requireRate("write", "somebody", null)).toEqual({
      name: "write",
      limit,
      remaining: limit - 1,
      windowSeconds,
      resetSeconds: windowSeconds,
    });
    vi.advanceTimersByTime(20_500);
    expect(await requireRate("write", "somebody", null)).toMatchObject({
      remaining: limit - 2,
      resetSeconds: Math.ceil(windowSeconds - 20.5),
    });
  });

  it("follows RATE_LIMIT_FACTOR, and never rounds a limit down to none", async () => {
    const { requireRate, RATE_CLASSES } = await freshLimiter({ RATE_LIMIT_FACTOR: "0.001" });
    expect(await requireRate("found", "somebody", null)).toMatchObject({ limit: 1, remaining: 0 });
    expect(RATE_CLASSES.found.person).toBeGreaterThan(1);
    const loose = await freshLimiter({ RATE_LIMIT_FACTOR: "3" });
    expect(await loose.requireRate("found", "somebody", null)).toMatchObject({
      limit: RATE_CLASSES.found.person * 3,
    });
  });
});

/** Milliseconds that nobody notices beside the work of a request. */
const PATIENCE_MS = 300;

/** Milliseconds that a busy machine may take to get to something. */
const BUSY_MS = 20_000;

describe("with Redis", { timeout: 2 * BUSY_MS }, () => {
  let redis: RedisStandIn;

  beforeEach(async () => {
    redis = await startRedisStandIn();
  });

  afterEach(async () => {
    vi.useRealTimers();
    await redis.stop();
  });

  async function connected() {
    const limiter = await freshLimiter({ REDIS_URL: redis.url });
    const client = limiter.redisClient();
    await vi.waitFor(() => expect(client?.status).toBe("ready"), { timeout: BUSY_MS });
    return { ...limiter, client };
  }

  it("counts over all processes together", async () => {
    const one = await connected();
    const other = await connected();
    const limit = one.RATE_CLASSES.found.person;
    const answers = [];
    for (let turn = 0; turn < limit + 2; turn += 1)
      answers.push(await (turn % 2 === 0 ? one : other).admits("found", "somebody"));
    expect(answers).toEqual([...Array(limit).fill(true), false, false]);
    expect([...redis.counts.values()]).toEqual([limit + 2]);
    one.client?.disconnect();
    other.client?.disconnect();
  });

  it("goes on counting in memory where Redis goes away, and tells it once", async () => {
    const { admits, RATE_CLASSES, client } = await connected();
    await redis.stop();
    const limit = RATE_CLASSES.found.person;
    const answers = [];
    for (let turn = 0; turn < limit + 1; turn += 1) answers.push(await admits("found", "somebody"));
    expect(answers).toEqual([...Array(limit).fill(true), false]);
    await vi.waitFor(
      () => expect(log.warn).toHaveBeenCalledWith(expect.objectContaining({ reason: "redis_down" })),
      { timeout: BUSY_MS },
    );
    client?.disconnect();
  });

  it("does not wait for a Redis that takes commands and never answers", async () => {
    const { admits, client } = await connected();
    const taken = redis.fallSilent();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const admitted = admits("found", "somebody");
    await taken;
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(await admitted).toBe(true);
    client?.disconnect();
  });

  it("serves from the first request on, with no Redis there at all", async () => {
    await redis.stop();
    const { admits, redisClient } = await freshLimiter({ REDIS_URL: redis.url });
    expect(await admits("found", "somebody")).toBe(true);
    redisClient()?.disconnect();
  });
});
