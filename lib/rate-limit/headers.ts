import { RATE_CLASSES } from "./classes";
import type { RateState } from "./limiter";

/** `RateLimit` and `RateLimit-Policy` as the IETF httpapi draft writes them. */
export function rateLimitHeaders(state: RateState): Record<string, string> {
  const { windowSeconds } = RATE_CLASSES[state.name];
  return {
    "RateLimit-Policy": `"${state.name}";q=${state.limit};w=${windowSeconds}`,
    RateLimit: `"${state.name}";r=${state.remaining};t=${state.resetSeconds}`,
  };
}
