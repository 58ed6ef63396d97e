import "server-only";
import { openAsBlob } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDb, type Db } from "@/lib/supabase/client";
import type { Query } from "./rows";
import { exportLanguage, exportText } from "./texts";
import { type ExportSources, NotWanted, writeExport } from "./write-export";

/** An export as the queue hands it out. */
export interface DueExport {
  id: string;
  user_id: string;
  of_tenant_id: string | null;
}

/** What the worker lends: statements on their own, and one connection for as long as it is needed. */
export interface ExportWorker {
  query: Query;
  hold<T>(work: (query: Query) => Promise<T>): Promise<T>;
}

/** Where a stored export is. */
export function exportFile(id: string): string {
  return `${id}.zip`;
}

type Outcome = "done" | "cancelled" | "storage_down" | "too_large" | "unexpected";

/** Files are read as their owner may see them at this moment. */
function fileReader(db: Db): ExportSources["readFile"] {
  return async (bucket, name) => {
    const { data } = await db.storage.from(bucket).download(name);
    return data ? Buffer.from(await data.arrayBuffer()) : null;
  };
}

/** Within this time the worker says again that it is at it: without a sign for five minutes another takes over. */
const SIGN_MS = 60_000;

/** Keeps the file in Storage, which reads it from the disk as it goes. */
async function store(query: Query, id: string, file: string): Promise<Outcome> {
  const sign = () => void query("select private.advance_export($1, 99)", [id]).catch(() => undefined);
  const signs = setInterval(sign, SIGN_MS);
  try {
    return await upload(id, file);
  } finally {
    clearInterval(signs);
  }
}

async function upload(id: string, file: string): Promise<Outcome> {
  const db = createDb({ scope: "server" }, "exports");
  const content = await openAsBlob(file, { type: "application/zip" });
  const options = { contentType: "application/zip" };
  await db.storage.from("exports").remove([exportFile(id)]);
  const { error } = await db.storage.from("exports").upload(exportFile(id), content, options);
  if (!error) return "done";
  return /exceeded|too large|413/i.test(error.message) ? "too_large" : "storage_down";
}

/** Writes one in a transaction that sees a single moment and changes nothing. */
async function write(worker: ExportWorker, due: DueExport, file: string) {
  const { id, user_id, of_tenant_id } = due;
  return worker.hold(async (query) => {
    await query("begin isolation level repeatable read read only");
    try {
      const [person] = await query<{ locale: string | null }>(
        "select p.locale from public.profiles p where p.id = $1",
        [user_id],
      );
      const locale = exportLanguage(person?.locale ?? null);
      const whose = { userId: user_id, tenantId: of_tenant_id };
      return await writeExport(file, whose, {
        query,
        readFile: fileReader(createDb({ scope: "network", userId: user_id }, `export-${id}`)),
        async advance(percent) {
          const [row] = await worker.query<{ wanted: boolean }>(
            "select private.advance_export($1, $2) as wanted",
            [id, percent],
          );
          if (!row?.wanted) throw new NotWanted();
        },
        textOf: (name) => exportText(locale, name),
        locale,
      });
    } finally {
      await query("rollback");
    }
  });
}

/** Makes one export and keeps it. What fails is written down, and nothing of it stays. */
export async function makeExport(worker: ExportWorker, due: DueExport): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), "export-"));
  const file = path.join(folder, "export.zip");
  try {
    const { bytes, checksum } = await write(worker, due, file);
    const outcome = await store(worker.query, due.id, file);
    const failed = outcome === "done" ? null : outcome;
    const [row] = await worker.query<{ kept: boolean }>(
      "select private.finish_export($1, $2, $3, $4) as kept",
      [due.id, bytes, checksum, failed],
    );
    return row?.kept ? outcome : "cancelled";
  } catch (error) {
    if (error instanceof NotWanted) return "cancelled";
    await worker.query("select private.finish_export($1, null, null, 'unexpected')", [due.id]);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the files of exports that nobody may open any more. Gives how many. */
export async function sweepExports(query: Query, db: Db): Promise<number> {
  const names = (await query<{ name: string }>("select name from private.stale_exports()")).map(
    (row) => row.name,
  );
  if (names.length === 0) return 0;
  const { error } = await db.storage.from("exports").remove(names);
  if (error) throw error;
  return names.length;
}
