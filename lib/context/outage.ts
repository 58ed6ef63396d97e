import "server-only";
import { AppError } from "@/lib/errors/app-error";
import { wantStatus } from "@/lib/http/response-status";
import { log } from "@/lib/observability/log";
import { getRequestHost } from "./request-context";

const RETRY_SECONDS = "5";
// The notice promises that the page comes back by itself, also without scripts; a header is for whole pages alone.
const RELOAD_SECONDS = "10";

/**
 * Runs what a layout needs from the database. Where the database is away, the response says 503 and the layout shows
 * the notice for the returned request id instead of its page. Other errors pass through.
 */
export async function unlessDown<T>(
  load: () => Promise<T>,
): Promise<{ up: true; value: T } | { up: false; requestId: string }> {
  try {
    return { up: true, value: await load() };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "unavailable") throw error;
    const { requestId } = await getRequestHost();
    log.error({ requestId, reason: error.reason, detail: error.message });
    wantStatus(requestId, 503, { "retry-after": RETRY_SECONDS, refresh: RELOAD_SECONDS });
    return { up: false, requestId };
  }
}
