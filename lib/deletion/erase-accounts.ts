import "server-only";
import type { Db } from "@/lib/supabase/client";

/** Runs SQL as the worker's own role and answers the rows. */
type Query = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

interface Step {
  step: "begun" | "left" | "files" | "done";
  files: { bucket: string; name: string }[] | null;
}

async function removeFiles(db: Db, files: NonNullable<Step["files"]>): Promise<void> {
  for (const bucket of new Set(files.map((file) => file.bucket))) {
    const names = files.filter((file) => file.bucket === bucket).map((file) => file.name);
    const { data, error } = await db.storage.from(bucket).remove(names);
    if (error) throw error;
    // The next step would find them again, for ever.
    if (data.length === 0) throw new Error(`${names.length} files of ${bucket} could not be removed`);
  }
}

/**
 * Erases every account whose grace is over, each step in a transaction of its own. What breaks off on the way, such as
 * for want of Storage, goes on from there the next time. `db` acts for the app itself. Gives the number of accounts.
 */
export async function eraseAccounts(query: Query, db: Db): Promise<number> {
  let done = 0;
  for (;;) {
    const [next] = await query<Step>("select step, files from private.erase_account_step()");
    if (!next) return done;
    if (next.files) await removeFiles(db, next.files);
    if (next.step === "done") done += 1;
  }
}
