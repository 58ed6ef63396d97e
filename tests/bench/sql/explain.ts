import type pg from "pg";

type Plan = { "Shared Hit Blocks": number; "Shared Read Blocks": number };
type Explained = { "QUERY PLAN": [{ Plan: Plan }] };

// A plpgsql function settles on its plans after five calls; planning touches catalog pages that are no cost of the page.
const warmUps = 7;

/**
 * Buffers that one warm call touches, those inside the functions it calls included.
 * @param statement may hold $1, $2, ... for `values`.
 */
export async function buffersOf(client: pg.Client, statement: string, values: unknown[]): Promise<number> {
  for (let call = 0; call < warmUps; call += 1) await client.query(statement, values);
  const { rows } = await client.query<Explained>(
    `explain (analyze, buffers, timing off, format json) ${statement}`,
    values,
  );
  const plan = rows[0]?.["QUERY PLAN"][0].Plan;
  if (!plan) throw new Error("The database explained nothing.");
  return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
}

/** Middle and tail of some measurements, in their own unit. */
export type Spread = { median: number; p99: number };

/** Median and 99th percentile (the largest, below 100 samples). @throws when there are no samples. */
export function spreadOf(samples: number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const median = at(0.5);
  const p99 = at(0.99);
  if (median === undefined || p99 === undefined) throw new Error("Nothing was measured.");
  return { median, p99 };
}
