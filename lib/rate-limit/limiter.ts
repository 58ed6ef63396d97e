import "server-only";
import Redis from "ioredis";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { serverEnv } from "@/lib/env/server";
import { AppError } from "@/lib/errors/app-error";
import { RATE_CLASSES, type RateClassName } from "./classes";

/** Where somebody stands in a class: what the `RateLimit` headers say. */
export interface RateState {
  name: RateClassName;
  limit: number;
  remaining: number;
  windowSeconds: number;
  resetSeconds: number;
}

type Scope = "person" | "tenant";

/** Requests that a scope may make in a window of the class. */
function pointsOf(name: RateClassName, scope: Scope): number {
  return Math.ceil(RATE_CLASSES[name][scope] * serverEnv().RATE_LIMIT_FACTOR);
}

let redis: Redis | undefined;
const limiters = new Map<string, RateLimiterAbstract>();

function limiterFor(name: RateClassName, scope: Scope): RateLimiterAbstract {
  const key = `${name}:${scope}`;
  const existing = limiters.get(key);
  if (existing) return existing;
  const rateClass = RATE_CLASSES[name];
  const options = {
    keyPrefix: `archipelago:${key}`,
    points: pointsOf(name, scope),
    duration: rateClass.windowSeconds,
  };
  const { REDIS_URL } = serverEnv();
  if (REDIS_URL) redis ??= new Redis(REDIS_URL, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  const memory = new RateLimiterMemory(options);
  // With Redis away each process counts for itself: looser than agreed, never open.
  const made = redis
    ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory })
    : memory;
  limiters.set(key, made);
  return made;
}

async function consume(name: RateClassName, scope: Scope, key: string): Promise<RateState> {
  const { windowSeconds } = RATE_CLASSES[name];
  const limit = pointsOf(name, scope);
  try {
    const left = await limiterFor(name, scope).consume(key);
    return {
      name,
      limit,
      remaining: left.remainingPoints,
      windowSeconds,
      resetSeconds: Math.ceil(left.msBeforeNext / 1000),
    };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new AppError("rate_limited", "too_many_requests", {
      retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
    });
  }
}

/**
 * Counts one request against the person (id, or address of a visitor) and the community. Throws AppError
 * `rate_limited` with `retryAfterSeconds`.
 */
export async function requireRate(
  name: RateClassName,
  person: string,
  tenantId: string | null,
): Promise<RateState> {
  const state = await consume(name, "person", `${tenantId ?? "network"}:${person}`);
  if (tenantId) await consume(name, "tenant", tenantId);
  return state;
}
