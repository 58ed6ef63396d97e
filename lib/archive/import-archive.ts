import type { ClientBase } from "pg";
import { isReservedSlug } from "../tenancy/slug";
import { ArchiveError, ProblemList, refuse } from "./archive-error";
import { inBatches } from "./batches";
import type { CheckedArchive } from "./check-archive";
import { toEventColumns } from "./event-columns";
import { type ArchiveFile, MANIFEST_FILE } from "./format";
import { type CommunityOutcome, prepareCommunity } from "./import-community";
import { makeOwner } from "./owner";
import type { Progress } from "./progress";
import { readRows } from "./read-rows";
import { writeEvents, writeMembers, writePosts } from "./write-statements";

/**
 * What happened to a file's rows. `kept` differ from the archive and were left alone, since they belong to a person
 * by now or were removed here; `absent` came from an earlier archive and are not in this one.
 */
export type RowCounts = {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  kept: number;
  absent: number;
};

export type ImportResult = {
  slug: string;
  community: CommunityOutcome["change"];
  /** Whether hosts under the root domain do not serve this address. */
  reservedSlug: boolean;
  ownerChanged: boolean;
  files: Record<ArchiveFile, RowCounts>;
};

/** `ownerId` names a person of the network who becomes an owner beside the archive's. */
export type ImportOptions = { into: boolean; ownerId?: string | undefined };

const BATCH = { maxRows: 200, maxBytes: 2 * 1024 * 1024 };

const statements: Record<ArchiveFile, { sql: string; table: string }> = {
  "members.jsonl": { sql: writeMembers, table: "tenant_users" },
  "posts.jsonl": { sql: writePosts, table: "posts" },
  "events.jsonl": { sql: writeEvents, table: "events" },
};

/**
 * Writes a checked archive in one transaction: everything, or nothing when it throws. Rows that are there already
 * and equal are not touched. The role must bypass row security (`postgres`).
 * @throws ArchiveError naming file and lines.
 */
export async function importArchive(
  client: ClientBase,
  archive: CheckedArchive,
  options: ImportOptions,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<ImportResult> {
  await client.query("begin");
  try {
    const result = await writeArchive(client, archive, options, onProgress);
    await client.query("commit");
    return result;
  } catch (cause) {
    // When the connection is gone, so is the transaction.
    await client.query("rollback").catch(() => undefined);
    throw cause;
  }
}

async function writeArchive(
  client: ClientBase,
  archive: CheckedArchive,
  options: ImportOptions,
  onProgress: (progress: Progress) => void,
): Promise<ImportResult> {
  const { tenantId, change } = await prepareCommunity(client, archive, options).catch((cause: unknown) => {
    throw refusedByDatabase(archive, MANIFEST_FILE, [], cause);
  });
  const target = { client, archive, tenantId, onProgress };
  const members = await writeFile(target, "members.jsonl");
  const posts = await writeFile(target, "posts.jsonl");
  const events = await writeFile(target, "events.jsonl");
  const ownerChanged = options.ownerId ? await makeOwner(client, tenantId, options.ownerId) : false;
  const { slug } = archive.manifest.community;
  return {
    slug,
    reservedSlug: isReservedSlug(slug),
    community: change,
    ownerChanged,
    files: { "members.jsonl": members, "posts.jsonl": posts, "events.jsonl": events },
  };
}

type Target = {
  client: ClientBase;
  archive: CheckedArchive;
  tenantId: string;
  onProgress: (progress: Progress) => void;
};

type Tally = { added: number; changed: number; kept: number };

async function writeFile(target: Target, file: ArchiveFile): Promise<RowCounts> {
  const { client, archive, tenantId, onProgress } = target;
  const { folder, manifest } = archive;
  const { slug, time_zone } = manifest.community;
  const problems = new ProblemList();
  const start = performance.now();
  const report = (finished: boolean) => {
    const seconds = (performance.now() - start) / 1000;
    onProgress({ slug, file, done: sum.rows, of: manifest.files[file].rows, seconds, finished });
  };
  const sum = { rows: 0, added: 0, changed: 0, kept: 0 };
  for await (const { items } of inBatches(readRows({ folder, file, manifest }, problems), BATCH)) {
    const rows = items.map(({ value }) =>
      "organizer_id" in value ? toEventColumns(value, time_zone) : value,
    );
    const lines = [items[0]?.line, items.at(-1)?.line];
    const answer = await client
      .query<Tally>(statements[file].sql, [tenantId, JSON.stringify(rows)])
      .catch((cause: unknown) => {
        throw refusedByDatabase(archive, file, lines, cause);
      });
    const tally = answer.rows[0] ?? { added: 0, changed: 0, kept: 0 };
    sum.rows += items.length;
    sum.added += tally.added;
    sum.changed += tally.changed;
    sum.kept += tally.kept;
    report(false);
  }
  requireUnchanged(archive, file, problems);
  report(true);
  const unchanged = sum.rows - sum.added - sum.changed - sum.kept;
  const absent = (await countArchived(client, file, tenantId)) - sum.rows;
  return { ...sum, unchanged, absent };
}

async function countArchived(client: ClientBase, file: ArchiveFile, tenantId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::integer as count from public.${statements[file].table}
     where tenant_id = $1 and archive_ref is not null`,
    [tenantId],
  );
  return rows[0]?.count ?? 0;
}

/** The file was whole when it was checked; what is wrong now came in between. */
function requireUnchanged({ folder }: CheckedArchive, file: ArchiveFile, problems: ProblemList): void {
  if (problems.total === 0) return;
  const what = "the file changed while it was being imported.";
  throw refuse({
    folder,
    file,
    what,
    advice: "Leave the folder alone during the import and start it again.",
  });
}

function refusedByDatabase(
  { folder }: CheckedArchive,
  file: string,
  [first, last]: (number | undefined)[],
  cause: unknown,
): Error {
  if (cause instanceof ArchiveError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const range = last === undefined || last === first ? "" : ` (or one of the lines up to ${last})`;
  const what = `the database refused this${range}: ${message}.`;
  return refuse({ folder, file, line: first, what, advice: "Correct the row, or mend the database." }, cause);
}
