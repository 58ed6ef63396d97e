import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

// Next.js bundles the middleware apart from the instrumentation hook; the two share the process only.
const STORE = Symbol.for("archipelago.socket-address");

/**
 * Remembers, for each request, the address at the other end of its connection. Next.js tells it to
 * nobody: it writes it into `x-forwarded-for`, but only where the client did not write first.
 * Call once, when the server starts; a second call does nothing.
 */
export function watchSocketAddresses(): void {
  if (findStore()) return;
  const store = new AsyncLocalStorage<string | null>();
  Reflect.set(globalThis, STORE, store);
  // Node publishes this in the same turn as it calls the server's handler, just before it.
  subscribe("http.server.request.start", (message) => store.enterWith(readRemoteAddress(message)));
}

/** The address at the other end of the current request's connection, null where it is not known. */
export function findSocketAddress(): string | null {
  return findStore()?.getStore() ?? null;
}

function findStore(): AsyncLocalStorage<string | null> | null {
  const store: unknown = Reflect.get(globalThis, STORE);
  return store instanceof AsyncLocalStorage ? store : null;
}

function readRemoteAddress(message: unknown): string | null {
  if (typeof message !== "object" || message === null || !("request" in message)) return null;
  const { request } = message;
  return request instanceof IncomingMessage ? (request.socket.remoteAddress ?? null) : null;
}
