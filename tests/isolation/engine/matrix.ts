import { expectations } from "../expectations.ts";
import { standings } from "./actors.ts";
import { type Attempt, attemptsOf, keysOf, verbs } from "./attempts.ts";
import { communities } from "./cast.ts";
import { type Db, rowsOf } from "./db.ts";
import { type Outcome, probe } from "./probe.ts";
import { tableProbes } from "./tables.ts";

export type MatrixResult = {
  cells: number;
  allowed: number;
  attempts: number;
  /** One line per cell that is not as expected: table, verb, actor, home or other, what was reached. */
  failures: string[];
};

function judge(expected: readonly string[], attempts: Attempt[], outcomes: Outcome[]): string | undefined {
  const reached = new Set<string>();
  const wanted = [...expected].sort().join(", ");
  const rows = expected.filter((label) => !label.startsWith("to ")).sort();
  for (const [index, attempt] of attempts.entries()) {
    const outcome = outcomes[index];
    if (!outcome) return "no outcome";
    if (outcome.state !== "ok" && outcome.state !== "42501") return `${outcome.state} ${outcome.message}`;
    const labels = attempt.reached(outcome);
    for (const label of labels) reached.add(label);
    if (attempt.mustReachAll && rows.length > 0 && [...labels].sort().join(", ") !== rows.join(", "))
      return `reached [${labels.join(", ")}], expected [${wanted}] (${outcome.message || "no error"})`;
  }
  const got = [...reached].sort().join(", ");
  return got === wanted ? undefined : `reached [${got}], expected [${wanted}]`;
}

type Cell = { name: string; expected: readonly string[]; attempts: Attempt[] };

function cellsOf(table: string, keys: Map<string, string[]>, serves: boolean): Cell[] {
  return standings(serves).flatMap((s) =>
    verbs.map((verb) => ({
      name: `${table} ${verb} as ${s.actor.name} in ${s.scope} community (${s.at.key}, ${s.at.privacy})`,
      expected: expectations[table]?.[verb]?.(s) ?? [],
      attempts: attemptsOf(table, verb, s, keys.get(`${table} ${s.at.id}`) ?? []),
    })),
  );
}

async function plantedKeys(db: Db, tables: readonly string[]): Promise<Map<string, string[]>> {
  const keys = new Map<string, string[]>();
  for (const table of tables) {
    const probing = tableProbes[table];
    if (!probing) continue;
    for (const at of communities) {
      const [row] = await rowsOf<{ keys: string[] }>(
        db,
        `select (${keysOf(table, probing, probing.of(at))}) as keys`,
      );
      keys.set(`${table} ${at.id}`, row?.keys ?? []);
    }
  }
  return keys;
}

/**
 * Runs the matrix over planted rows, inside the transaction of the connection. Default: all tables.
 * `serves: false` says that every community has been suspended.
 */
export async function runMatrix(
  db: Db,
  {
    tables = Object.keys(expectations),
    serves = true,
  }: { tables?: readonly string[]; serves?: boolean } = {},
): Promise<MatrixResult> {
  const keys = await plantedKeys(db, tables);
  const failures = [...keys]
    .filter(([, rows]) => rows.length === 0)
    .map(([name]) => `${name}: no row is planted`);
  const cells = tables.flatMap((table) => cellsOf(table, keys, serves));
  const outcomes = await probe(
    db,
    cells.flatMap((cell) => cell.attempts.map(({ reached, mustReachAll, ...attempt }) => attempt)),
  );
  let position = 0;
  for (const cell of cells) {
    const mine = outcomes.slice(position, position + cell.attempts.length);
    position += cell.attempts.length;
    const problem = judge(cell.expected, cell.attempts, mine);
    if (problem) failures.push(`${cell.name}: ${problem}`);
  }
  return {
    cells: cells.length,
    allowed: cells.filter((cell) => cell.expected.length > 0).length,
    attempts: outcomes.length,
    failures,
  };
}

/** Tables and views of the exposed and private schemas, and those of Storage and Realtime that carry our policies. */
export async function catalogRelations(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    `select n.nspname || '.' || c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f')
       and (n.nspname in ('public', 'private')
            or n.nspname || '.' || c.relname in ('storage.objects', 'storage.buckets', 'realtime.messages'))
     order by 1`,
  );
  return rows.map((row) => row.name);
}

/** Names every relation without an expectation, and every expectation without a relation. */
export async function uncovered(db: Db): Promise<string[]> {
  const present = await catalogRelations(db);
  const expected = Object.keys(expectations);
  return [
    ...present
      .filter((name) => !expected.includes(name))
      .map((name) => `${name} has no row in expectations.ts`),
    ...expected
      .filter((name) => !present.includes(name))
      .map((name) => `${name} is expected but does not exist`),
    ...expected
      .filter((name) => !tableProbes[name])
      .map((name) => `${name} has no probe in engine/tables.ts`),
  ];
}
