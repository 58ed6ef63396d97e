import { expect } from "vitest";
import { sql } from "../support/stack.ts";

/** Readers of the log that the worker runs, by the function that reads on. */
const READERS = {
  recommendations: "private.project_recommendations()",
  notifications: "private.project_notifications()",
  journey_notices: "private.project_journey_notices()",
} as const;

/**
 * Lets a reader of the log read up to what was written when this was called: a batch may not reach that far, and what
 * another transaction still writes holds it up.
 */
export async function readLog(reader: keyof typeof READERS): Promise<void> {
  const [last] = await sql<{ epoch: number; txid: string; seq: string }>(
    "select epoch, txid::text, seq from public.domain_events order by epoch desc, txid desc, seq desc limit 1",
  );
  const reached = async () => {
    await sql(`select ${READERS[reader]}`);
    const [place] = await sql<{ reached: boolean }>(
      "select (epoch, txid, seq) >= ($2, $3::xid8, $4) as reached from private.event_consumers where name = $1",
      [reader, last?.epoch, last?.txid, last?.seq],
    );
    return place?.reached;
  };
  await expect.poll(reached, { timeout: 20_000 }).toBe(true);
}
