import type { Client } from "pg";
import { ArchiveError, refuse } from "./archive-error";
import { type CheckedArchive, checkArchive } from "./check-archive";
import { withClient } from "./connection";
import { MANIFEST_FILE } from "./format";
import { type ImportResult, importArchive } from "./import-archive";
import { findPerson } from "./owner";
import type { Progress } from "./progress";

/** How one archive ended. `seconds` counts from the first byte read to the commit. */
export type ArchiveOutcome =
  | { folder: string; ok: true; result: ImportResult; rows: number; seconds: number }
  | { folder: string; ok: false; error: ArchiveError };

/** Hears what goes on; nothing here prints. */
export type ImportListener = {
  checking?: (folder: string) => void;
  progress?: (progress: Progress) => void;
  done?: (outcome: ArchiveOutcome) => void;
};

export type ImportRequest = { folders: string[]; into?: boolean; ownerEmail?: string | undefined };

/**
 * Imports archives one after the other, each in a transaction of its own; one that is refused does not keep the
 * others from being imported.
 * @param databaseUrl of the role `postgres`.
 * @throws when the database cannot be reached or the owner is unknown; then nothing was written.
 */
export async function importArchives(
  databaseUrl: string,
  request: ImportRequest,
  listener: ImportListener = {},
): Promise<ArchiveOutcome[]> {
  const { ownerEmail, into = false } = request;
  const ownerId = await withClient(databaseUrl, async (client) =>
    ownerEmail ? await findPerson(client, ownerEmail) : undefined,
  );
  const outcomes: ArchiveOutcome[] = [];
  const slugs = new Map<string, string>();
  for (const folder of request.folders) {
    listener.checking?.(folder);
    const outcome = await importOne(folder, async (archive) => {
      requireNewSlug(slugs, archive);
      return withClient(databaseUrl, (client) =>
        importArchive(client, archive, { into, ownerId }, listener.progress),
      );
    });
    listener.done?.(outcome);
    outcomes.push(outcome);
  }
  if (outcomes.some(wroteSomething)) await withClient(databaseUrl, settle);
  return outcomes;
}

async function importOne(
  folder: string,
  write: (archive: CheckedArchive) => Promise<ImportResult>,
): Promise<ArchiveOutcome> {
  const start = performance.now();
  try {
    const archive = await checkArchive(folder);
    const result = await write(archive);
    return { folder, ok: true, result, rows: archive.rows, seconds: (performance.now() - start) / 1000 };
  } catch (cause) {
    if (cause instanceof ArchiveError) return { folder, ok: false, error: cause };
    const what = `${cause instanceof Error ? cause.message : String(cause)}.`;
    return { folder, ok: false, error: refuse({ folder, what, advice: "Start the import again." }, cause) };
  }
}

/** Two folders for one community in the same command are two versions of it, or a mistake. */
function requireNewSlug(slugs: Map<string, string>, { folder, manifest }: CheckedArchive): void {
  const { slug } = manifest.community;
  const other = slugs.get(slug);
  if (other !== undefined) {
    const what = `community.slug ${JSON.stringify(slug)} is also that of ${other}.`;
    throw refuse({ folder, file: MANIFEST_FILE, what, advice: "Import one of them." });
  }
  slugs.set(slug, folder);
}

/** Whether anything in the database is new after an archive. Pure. */
export function wroteSomething(outcome: ArchiveOutcome): boolean {
  if (!outcome.ok) return false;
  const { community, ownerChanged, files } = outcome.result;
  if (ownerChanged || community === "added" || community === "changed") return true;
  return Object.values(files).some(({ added, changed }) => added + changed > 0);
}

/**
 * What the worker and autovacuum would do in their own time: fold the counters that the directory sorts by, and tell
 * the planner about the new rows, without which the first pages read far too much.
 */
async function settle(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ folded: number }>("select private.fold_counters() as folded");
    if (!rows[0]?.folded) break;
  }
  await client.query(
    "analyze public.tenants, public.profiles, public.tenant_users, public.posts, public.feed_items, public.events",
  );
}
