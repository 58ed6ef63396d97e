import type pg from "pg";

type Row = Readonly<Record<string, unknown>>;

/** Inserts rows of one shape in one statement. Names are the program's own, values are parameters. */
export async function insertRows(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const most = Math.floor(60_000 / columns.length);
  for (let start = 0; start < rows.length; start += most) {
    const batch = rows.slice(start, start + most);
    const values = batch.map(
      (_, r) => `(${columns.map((_c, c) => `$${r * columns.length + c + 1}`).join(", ")})`,
    );
    await client.query(
      `insert into ${table} (${columns.join(", ")}) values ${values.join(", ")}`,
      batch.flatMap((row) => columns.map((column) => row[column])),
    );
  }
}
