import type pg from "pg";

/** One connection: every statement sees the transaction of the one before. */
export type Db = Pick<pg.ClientBase, "query">;

/** The rows of a query. */
export async function rowsOf<Row extends pg.QueryResultRow>(
  db: Db,
  text: string,
  params: unknown[] = [],
): Promise<Row[]> {
  return (await db.query<Row>(text, params)).rows;
}

/** Runs work in a savepoint and undoes everything it did, whether it failed or not. */
export async function undone<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await db.query("savepoint undone");
  try {
    return await work();
  } finally {
    await db.query("rollback to savepoint undone");
    await db.query("release savepoint undone");
  }
}

/** Runs work in a transaction on a connection of its own and rolls back at the end. */
export async function inScratch<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    return await work(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}
