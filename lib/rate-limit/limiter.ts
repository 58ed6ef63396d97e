import "server-only";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { serverEnv } from "@/lib/env/server";
import { AppError } from "@/lib/errors/app-error";
import { RATE_CLASSES, type RateClassName } from "./classes";
import { isVisitorKey, UNKNOWN_VISITOR } from "./keys";
import { redisClient } from "./redis";

/** Where somebody stands in a class: what the `RateLimit` headers say. */
export interface RateState {
  name: RateClassName;
  limit: number;
  remaining: number;
  windowSeconds: number;
  resetSeconds: number;
}

/** Somebody used up a limit. `state` says which. */
export class RateLimited extends AppError {
  readonly state: RateState;

  constructor(state: RateState) {
    super("rate_limited", "too_many_requests", { retryAfterSeconds: Math.max(1, state.resetSeconds) });
    this.state = state;
  }
}

type Scope = "person" | "tenant";

/** Requests that a scope may make in a window of the class. */
function pointsOf(name: RateClassName, scope: Scope): number {
  return Math.ceil(RATE_CLASSES[name][scope] * serverEnv().RATE_LIMIT_FACTOR);
}

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
  const redis = redisClient();
  const memory = new RateLimiterMemory(options);
  // With Redis away each process counts for itself: looser than agreed, never open.
  const made = redis
    ? new RateLimiterRedis({
        ...options,
        storeClient: redis,
        insuranceLimiter: memory,
        rejectIfRedisNotReady: true,
      })
    : memory;
  limiters.set(key, made);
  return made;
}

async function consume(name: RateClassName, scope: Scope, key: string): Promise<RateState> {
  const { windowSeconds } = RATE_CLASSES[name];
  const limit = pointsOf(name, scope);
  const stateAt = ({ remainingPoints, msBeforeNext }: RateLimiterRes): RateState => ({
    name,
    limit,
    remaining: remainingPoints,
    windowSeconds,
    resetSeconds: Math.ceil(msBeforeNext / 1000),
  });
  try {
    return stateAt(await limiterFor(name, scope).consume(key));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new RateLimited(stateAt(refused));
  }
}

/**
 * Counts one request against the person (id, or {@link visitorKey}) and the community. An address counts over all
 * communities together; somebody signed in in each for itself, so that no community can use up their limit elsewhere.
 * Visitors of a community have a share of their own: they cannot lock its members out. Those whose address is not
 * known share what a community has, or one of them would stand for all.
 * @throws RateLimited
 */
export async function requireRate(
  name: RateClassName,
  person: string,
  tenantId: string | null,
): Promise<RateState> {
  const isVisitor = isVisitorKey(person);
  const own =
    person === UNKNOWN_VISITOR
      ? await consume(name, "tenant", person)
      : await consume(name, "person", isVisitor ? person : `${tenantId ?? "network"}:${person}`);
  if (tenantId) await consume(name, "tenant", isVisitor ? `${tenantId}:visitors` : tenantId);
  return own;
}
