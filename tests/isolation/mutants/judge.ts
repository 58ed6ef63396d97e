import { type Db, undone } from "../engine/db.ts";
import { runMatrix } from "../engine/matrix.ts";
import { expectations } from "../expectations.ts";
import { plantFixture } from "../fixture.ts";
import { gates as gatesByName, runGates } from "../gates/index.ts";
import type { Mutant, Verdict } from "./kinds.ts";

/** Kinds that two gates alone notice at once. */
const aboutLists = /^(execute|search path|wider column|extra verb)/;
/** Kinds that the matrix should see too: they change which rows pass. */
const aboutRows = /^(policy|using|with check)/;

function verdictOf(mutant: Mutant, gates: string[], matrix: string[]): Verdict {
  const evidence = gates[0] ?? matrix[0] ?? "";
  const killedBy =
    gates.length > 0 ? (matrix.length > 0 ? "both" : "gates") : matrix.length > 0 ? "matrix" : null;
  return { mutant, killedBy, evidence };
}

/** The first leak that the matrix finds, table by table. */
async function firstLeak(db: Db, tables: readonly string[], serves: boolean): Promise<string[]> {
  for (const table of tables) {
    const { failures } = await runMatrix(db, { tables: [table], serves });
    if (failures.length > 0) return failures;
  }
  return [];
}

async function matrixKills(db: Db, mutant: Mutant): Promise<string[]> {
  const all = Object.keys(expectations);
  const near = mutant.table ? [mutant.table, ...all.filter((table) => table !== mutant.table)] : all;
  const leak = await firstLeak(db, near, true);
  if (leak.length > 0) return leak;
  await db.query("update public.tenants set status = 'suspended'");
  return firstLeak(db, near, false);
}

/**
 * Applies a mutant in a savepoint, runs gates and matrix over planted rows, and undoes it.
 * @param db a connection with probes, with the fixture planted unless the mutant changes what is written
 */
export async function judgeMutant(db: Db, mutant: Mutant): Promise<Verdict> {
  return undone(db, async () => {
    try {
      await db.query(mutant.sql);
      if (mutant.writes) await plantFixture(db);
      if (aboutLists.test(mutant.kind)) {
        const listed = [...(await gatesByName.grants(db)), ...(await gatesByName.functions(db))];
        if (listed.length > 0) return verdictOf(mutant, listed, []);
      }
      const gates = await runGates(db);
      if (gates.length > 0 && !aboutRows.test(mutant.kind)) return verdictOf(mutant, gates, []);
      const seen =
        gates.length > 0 && mutant.table ? firstLeak(db, [mutant.table], true) : matrixKills(db, mutant);
      return verdictOf(mutant, gates, await seen);
    } catch (cause) {
      return { mutant, killedBy: "error", evidence: cause instanceof Error ? cause.message : String(cause) };
    }
  });
}
