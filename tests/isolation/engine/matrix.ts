import { expectations } from "../expectations.ts";
import { type Standing, standings } from "./actors.ts";
import { communities, labelOf } from "./cast.ts";
import { type Db, rowsOf } from "./db.ts";
import { type Outcome, type Probe, probe } from "./probe.ts";
import { type TableProbe, tableProbes } from "./tables.ts";

export const verbs = ["select", "insert", "update", "delete"] as const;
export type Verb = (typeof verbs)[number];

export type MatrixResult = {
  cells: number;
  allowed: number;
  attempts: number;
  /** One line per cell that is not as expected: table, verb, actor, home or other, what was reached. */
  failures: string[];
};

type Attempt = Probe & {
  /** Turns an outcome into the labels it reached. */
  reached: (outcome: Outcome) => string[];
  /** A statement that names its rows must reach all of them; one that names none may be refused as a whole. */
  mustReachAll: boolean;
};

function keysOf(table: string, probing: TableProbe, condition: string): string {
  return `select coalesce(array_agg(distinct k), '{}') from (select (${probing.key})::text as k from ${table} where ${condition}) keyed`;
}

function selects(table: string, probing: TableProbe, s: Standing): Omit<Attempt, "role" | "claims">[] {
  const sql = keysOf(table, probing, probing.of(s.at));
  return [{ sql, reads: true, mustReachAll: true, reached: (outcome) => outcome.seen.map(labelOf) }];
}

function inserts(probing: TableProbe, s: Standing): Omit<Attempt, "role" | "claims">[] {
  return Object.entries(probing.insert ?? {}).map(([label, make]) => ({
    ...make(s),
    mustReachAll: false,
    reached: (outcome) => (outcome.state === "ok" && outcome.count > 0 ? [label] : []),
  }));
}

/** Without a condition the select policies have no say, so both forms are tried. */
function updates(table: string, probing: TableProbe, s: Standing): Omit<Attempt, "role" | "claims">[] {
  const change = probing.update;
  if (!change) {
    const sql = `update ${table} set ${unchanged(table)}`;
    return [{ sql, mustReachAll: false, reached: (outcome) => (outcome.count > 0 ? ["*"] : []) }];
  }
  const observe = keysOf(table, probing, `${probing.of(s.at)} and ${change.changed}`);
  const reached = (outcome: Outcome) => outcome.seen.map(labelOf);
  const blind = `update ${table} set ${change.set}`;
  return [
    { sql: blind, observe, reached, mustReachAll: false },
    { sql: `${blind} where ${probing.of(s.at)}`, observe, reached, mustReachAll: true },
  ];
}

/** For a table that nobody updates, any assignment shows it. */
function unchanged(table: string): string {
  const columns: Record<string, string> = {
    "storage.buckets": "name",
    "realtime.messages": "topic",
    "private.reserved_slugs": "slug",
  };
  const column = columns[table] ?? "tenant_id";
  return `${column} = ${column}`;
}

function deletes(
  table: string,
  probing: TableProbe,
  s: Standing,
  all: string[],
): Omit<Attempt, "role" | "claims">[] {
  const observe = keysOf(table, probing, probing.of(s.at));
  if (probing.key === "'row'") {
    const sql = `delete from ${table}`;
    return [{ sql, mustReachAll: false, reached: (outcome) => (outcome.count > 0 ? ["*"] : []) }];
  }
  const reached = (outcome: Outcome) =>
    outcome.state === "ok" ? all.filter((key) => !outcome.seen.includes(key)).map(labelOf) : [];
  return [
    { sql: `delete from ${table}`, observe, reached, mustReachAll: false },
    { sql: `delete from ${table} where ${probing.of(s.at)}`, observe, reached, mustReachAll: true },
  ];
}

function attemptsOf(table: string, verb: Verb, s: Standing, all: string[]): Attempt[] {
  const probing = tableProbes[table];
  if (!probing) return [];
  const made =
    verb === "select"
      ? selects(table, probing, s)
      : verb === "insert"
        ? inserts(probing, s)
        : verb === "update"
          ? updates(table, probing, s)
          : deletes(table, probing, s, all);
  return made.map((attempt) => ({ ...attempt, role: s.actor.role, claims: s.actor.claims }));
}

function judge(expected: readonly string[], attempts: Attempt[], outcomes: Outcome[]): string | undefined {
  const reached = new Set<string>();
  const wanted = [...expected].sort().join(", ");
  for (const [index, attempt] of attempts.entries()) {
    const outcome = outcomes[index];
    if (!outcome) return "no outcome";
    if (outcome.state !== "ok" && outcome.state !== "42501") return `${outcome.state} ${outcome.message}`;
    const labels = attempt.reached(outcome);
    for (const label of labels) reached.add(label);
    if (attempt.mustReachAll && expected.length > 0 && [...labels].sort().join(", ") !== wanted)
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
