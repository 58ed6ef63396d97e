import "server-only";
import { REQUEST_ID_HEADER } from "@/lib/tenancy/headers";

/**
 * Pages cannot choose their status in Next.js beyond 200, 404 and 500. A page that must answer 503 (database away,
 * community suspended) says so here, and the listener of `response-listener.ts` writes it when the response starts.
 */
interface Wanted {
  status: number;
  headers: Readonly<Record<string, string>>;
}

const store = globalThis as typeof globalThis & { archipelagoStatus?: Map<string, Wanted> };
store.archipelagoStatus ??= new Map();
const wanted = store.archipelagoStatus;

const MOST_OPEN_REQUESTS = 10_000;

/** Asks for a status (and headers) for the response of the request with this id, before its first byte. */
export function wantStatus(
  requestId: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  // What nobody took belongs to requests that broke off: the oldest go first.
  const oldest = wanted.size < MOST_OPEN_REQUESTS ? undefined : wanted.keys().next().value;
  if (oldest !== undefined) wanted.delete(oldest);
  wanted.set(requestId, { status, headers });
}

/** Takes what was asked for; the second call for one id finds nothing. */
export function takeStatus(requestId: string): Wanted | undefined {
  const found = wanted.get(requestId);
  wanted.delete(requestId);
  return found;
}

export { REQUEST_ID_HEADER };
