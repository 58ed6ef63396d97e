import { lookup } from "node:dns/promises";
import { isPublicAddress } from "./addresses";
import { OutboundRefused } from "./refused";
import { readTarget } from "./target";
import { createTransport, type Transport } from "./transport";

/** Gives every address of a name, as the system's resolver does. */
export type Resolver = (name: string) => Promise<readonly string[]>;

/** What the guarded way out works with; tests bring their own. */
export interface Outbound {
  resolve: Resolver;
  send: Transport;
  /** Milliseconds that everything may take: names, connections, redirects, reading. */
  timeoutMs: number;
}

/** A page as it came: at most the first 512 kB. `url` is where it was found after redirects. */
export interface FetchedPage {
  url: URL;
  contentType: string;
  body: Buffer;
}

const MAX_BYTES = 512 * 1024;
const MAX_REDIRECTS = 3;
const TIMEOUT_MS = 5_000;
const HTML = /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i;

const systemResolver: Resolver = async (name) => {
  const found = await lookup(name, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

/** The way out of a running worker. */
export function createOutbound(): Outbound {
  return { resolve: systemResolver, send: createTransport(), timeoutMs: TIMEOUT_MS };
}

/**
 * Fetches an HTML page that somebody named. Each step, redirects too, is read, resolved once and vetted anew, and goes to
 * the very address that was vetted. One address of a name that is not public spoils them all.
 * @throws OutboundRefused
 */
export async function fetchPage(address: string, out: Outbound): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(out.timeoutMs);
  let url = readTarget(address);
  for (let step = 0; step <= MAX_REDIRECTS; step++) {
    const reply = await within(signal, go(url, out, signal));
    if (reply.status >= 300 && reply.status < 400 && reply.location !== null) {
      url = readTarget(reply.location, url);
      continue;
    }
    if (reply.status !== 200) throw new OutboundRefused("status");
    if (!HTML.test(reply.contentType)) throw new OutboundRefused("type");
    return { url, contentType: reply.contentType, body: reply.body };
  }
  throw new OutboundRefused("redirects");
}

async function go(url: URL, { resolve, send }: Outbound, signal: AbortSignal) {
  const found = await resolve(url.hostname).catch(() => []);
  const [first] = found;
  if (first === undefined) throw new OutboundRefused("unresolved");
  if (!found.every(isPublicAddress)) throw new OutboundRefused("not_public");
  signal.throwIfAborted();
  return send({ url, address: first, signal, maxBytes: MAX_BYTES });
}

/** Gives up when the time is over, also on a resolver that never answers. */
async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = () => {};
  const over = new Promise<never>((_, reject) => {
    stop = () => reject(new OutboundRefused("too_slow"));
  });
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, over]);
  } catch (error) {
    throw error instanceof OutboundRefused
      ? error
      : new OutboundRefused(signal.aborted ? "too_slow" : "unreachable");
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
