import { createHash } from "node:crypto";
import type pg from "pg";
import { asCaller, type Caller } from "./caller.ts";
import { type Spread, spreadOf } from "./explain.ts";

/** One prepared statement read by one caller. */
export type Read = { caller: Caller; values: unknown[] };

/** A statement that the server plans once for each connection. */
export function prepared(text: string, values: unknown[]): pg.QueryConfig {
  return { name: createHash("md5").update(text).digest("hex"), text, values };
}

/**
 * Wall time in milliseconds of a prepared statement, each read `runs` times, interleaved, so that a busy moment of the
 * machine falls on all alike. Setting role and claims is not counted.
 */
export async function latencyOf(
  client: pg.Client,
  statement: string,
  reads: Read[],
  runs: number,
): Promise<Spread> {
  const samples: number[] = [];
  // The first round plans and warms; it does not count.
  for (let run = -1; run < runs; run += 1) {
    for (const { caller, values } of reads) {
      await asCaller(client, caller, async () => {
        const start = performance.now();
        await client.query(prepared(statement, values));
        if (run >= 0) samples.push(performance.now() - start);
      });
    }
  }
  return spreadOf(samples);
}
