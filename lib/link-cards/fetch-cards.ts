import { fetchPage, type Outbound } from "@/lib/outbound/fetch-page";
import { OutboundRefused } from "@/lib/outbound/refused";
import { readPage } from "./read-page";

/** Runs a statement on a connection of the worker. */
type Query = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

interface WaitingLink {
  tenant_id: string;
  url_hash: string;
  url: string;
}

const BATCH = 20;
const AT_ONCE = 4;

/** Fetches what waits for a card, each by one worker only, and keeps what came. Returns how many were tried. */
export async function fetchLinkCards(query: Query, out: Outbound): Promise<number> {
  const waiting = await query<WaitingLink>("select * from private.take_links($1)", [BATCH]);
  const rest = waiting.values();
  const work = async () => {
    for (const link of rest) await fetchOne(link, query, out);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return waiting.length;
}

async function fetchOne(
  { tenant_id, url_hash, url }: WaitingLink,
  query: Query,
  out: Outbound,
): Promise<void> {
  const words = await look(url, out);
  await query("select private.keep_link($1, $2, $3, $4, $5)", [
    tenant_id,
    url_hash,
    words?.title ?? null,
    words?.description ?? "",
    words?.siteName ?? "",
  ]);
}

async function look(url: string, out: Outbound) {
  try {
    return readPage(await fetchPage(url, out));
  } catch (error) {
    if (error instanceof OutboundRefused) return null;
    throw error;
  }
}
