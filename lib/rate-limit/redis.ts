import "server-only";
import Redis from "ioredis";
import { serverEnv } from "@/lib/env/server";
import { log } from "@/lib/observability/log";

/** Milliseconds that a count may take: a Redis that does not answer is as good as none. */
const ANSWER_MS = 250;

let redis: Redis | undefined;

function connect(url: string): Redis {
  const made = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    commandTimeout: ANSWER_MS,
  });
  let isTold = false;
  made.on("ready", () => {
    isTold = false;
  });
  made.on("error", (error) => {
    if (isTold) return;
    isTold = true;
    log.warn({ reason: "redis_down", detail: error.message });
  });
  return made;
}

/** The connection that `REDIS_URL` names, or undefined. Its failures are logged once per outage. */
export function redisClient(): Redis | undefined {
  const { REDIS_URL } = serverEnv();
  if (REDIS_URL) redis ??= connect(REDIS_URL);
  return redis;
}
