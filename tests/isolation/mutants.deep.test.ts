import type pg from "pg";
import { expect, test } from "vitest";
import { poolFor, stackEnv } from "../support/stack.ts";
import { type Db, inScratch } from "./engine/db.ts";
import { runMatrix } from "./engine/matrix.ts";
import { prepareProbes } from "./engine/probe.ts";
import { plantFixture } from "./fixture.ts";
import { runGates } from "./gates/index.ts";
import { judgeMutant } from "./mutants/judge.ts";
import { equivalentMutants, type Mutant, type Verdict } from "./mutants/kinds.ts";
import { generateMutants } from "./mutants.ts";

const leastPerTable = 8;

async function judgeAll(pool: pg.Pool, mutants: Mutant[], planted: boolean): Promise<Verdict[]> {
  return inScratch(pool, async (db: Db) => {
    // Over a schema that already fails, every mutant would seem killed.
    expect(await runGates(db)).toEqual([]);
    if (planted) await plantFixture(db);
    await prepareProbes(db);
    if (planted) expect((await runMatrix(db)).failures).toEqual([]);
    const verdicts: Verdict[] = [];
    for (const mutant of mutants) verdicts.push(await judgeMutant(db, mutant));
    return verdicts;
  });
}

test("every mutant of the schema is killed by the matrix or by a gate", { timeout: 1_800_000 }, async () => {
  const pool = poolFor(stackEnv().DATABASE_URL);
  const generated = await inScratch(pool, generateMutants);
  const mutants = generated.filter((mutant) => !equivalentMutants[mutant.sql]);
  const started = performance.now();
  const verdicts = [
    ...(await judgeAll(
      pool,
      mutants.filter((mutant) => !mutant.writes),
      true,
    )),
    ...(await judgeAll(
      pool,
      mutants.filter((mutant) => mutant.writes),
      false,
    )),
  ];
  const seconds = Math.round((performance.now() - started) / 1000);
  const count = (by: Verdict["killedBy"]) => verdicts.filter((verdict) => verdict.killedBy === by).length;
  console.info(
    `${verdicts.length} mutants in ${seconds} s: ${count("both")} killed by matrix and gates, ` +
      `${count("matrix")} by the matrix alone, ${count("gates")} by gates; ${count(null)} survived`,
  );

  const survivors = verdicts.filter((verdict) => verdict.killedBy === null || verdict.killedBy === "error");
  expect(
    survivors.map(({ mutant, evidence }) => `${mutant.kind}: ${mutant.sql}${evidence && ` (${evidence})`}`),
  ).toEqual([]);

  const perTable = new Map<string, number>();
  for (const { table } of mutants) if (table) perTable.set(table, (perTable.get(table) ?? 0) + 1);
  expect([...perTable].filter(([, count]) => count < leastPerTable).map(([table]) => table)).toEqual([]);
  const known = Object.keys(equivalentMutants);
  expect(known.filter((sql) => !generated.some((mutant) => mutant.sql === sql))).toEqual([]);
});
