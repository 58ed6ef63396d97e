import "server-only";
import { wantStatus } from "@/lib/http/response-status";
import type { RateClassName } from "@/lib/rate-limit/classes";
import { rateLimitHeaders } from "@/lib/rate-limit/headers";
import { visitorKey } from "@/lib/rate-limit/keys";
import { RateLimited, requireRate } from "@/lib/rate-limit/limiter";
import type { RequestContext } from "./request-context";

/**
 * Counts a page against a class of limits. False where that is used up: the response says 429 and when to come back,
 * and the page shows a notice instead of what it would have read.
 */
export async function isWithinRate(
  name: RateClassName,
  { viewer, tenant, ip, requestId }: Pick<RequestContext, "viewer" | "tenant" | "ip" | "requestId">,
): Promise<boolean> {
  try {
    await requireRate(name, viewer?.id ?? visitorKey(ip), tenant?.id ?? null);
    return true;
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    wantStatus(requestId, 429, {
      ...rateLimitHeaders(error.state),
      "retry-after": String(error.retryAfterSeconds ?? 1),
    });
    return false;
  }
}
