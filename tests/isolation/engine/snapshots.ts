import { type Db, rowsOf } from "./db.ts";

export type Row = Readonly<Record<string, unknown>>;
/** Rows of every table of ours, by table and then by primary key. */
export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** Everything that stands in the exposed and the private schema at this moment. */
export async function snapshot(db: Db): Promise<Snapshot> {
  const tables = await rowsOf<{ name: string; key: string }>(
    db,
    `select n.nspname || '.' || c.relname as name,
       (select string_agg('x.' || quote_ident(a.attname) || '::text', ' || ''/'' || ' order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'private') order by 1`,
  );
  const found = new Map<string, Map<string, Row>>();
  for (const { name, key } of tables) {
    const rows = await rowsOf<{ key: string; row: Row }>(
      db,
      `select ${key} as key, to_jsonb(x) as row from ${name} x`,
    );
    found.set(name, new Map(rows.map((row) => [row.key, row.row])));
  }
  return found;
}

/** The rows of a table in a snapshot. */
export function rowsIn(of: Snapshot, table: string): [string, Row][] {
  return [...(of.get(table) ?? new Map<string, Row>())];
}

/** A row as text, without some of its fields. */
export function textOf(row: Row | undefined, without: readonly string[] = []): string {
  if (!row) return "gone";
  const kept = Object.entries(row).filter(([name]) => !without.includes(name));
  return JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}
