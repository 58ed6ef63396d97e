import "server-only";
import type { Db } from "@/lib/supabase/client";
import type { StoredFile } from "./addresses";

/** Runs SQL as the worker's own role and answers the rows. */
export type Query = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** Files that Storage takes in one request. */
const BATCH = 500;

async function removeFiles(db: Db, bucket: string, names: string[]): Promise<void> {
  for (let start = 0; start < names.length; start += BATCH) {
    const { error } = await db.storage.from(bucket).remove(names.slice(start, start + BATCH));
    if (error) throw error;
  }
}

/**
 * Removes what nothing has shown for a day: pictures with their files, then files of former faces and logos. What
 * fails on the way is taken up again by the next run. `db` acts for the app itself. Gives the number of files.
 */
export async function sweepMedia(query: Query, db: Db): Promise<number> {
  const due = await query<{ tenant_id: string; id: string; files: string[] }>(
    "select tenant_id, id, files from private.retire_media()",
  );
  const files = due.flatMap((row) => row.files);
  await removeFiles(db, "post-media" satisfies StoredFile["bucket"], files);
  if (due.length > 0) {
    await query("select private.forget_media($1, $2)", [
      due.map((row) => row.tenant_id),
      due.map((row) => row.id),
    ]);
  }
  const unused = await query<{ bucket: string; name: string }>(
    "select bucket, name from private.list_unused_files()",
  );
  for (const bucket of new Set(unused.map((file) => file.bucket))) {
    const names = unused.filter((file) => file.bucket === bucket).map((file) => file.name);
    await removeFiles(db, bucket, names);
  }
  return files.length + unused.length;
}
