import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import { ArchiveError, ProblemList, refuse } from "./archive-error";
import { inBatches } from "./batches";
import type { CheckedArchive } from "./check-archive";
import { toEventColumns } from "./event-columns";
import type { ArchiveEvent, ArchiveFile, ArchiveMember, ArchivePost } from "./format";
import type { Progress } from "./progress";
import { type Row, readRows } from "./read-rows";
import { writeStatements } from "./write-statements";

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

/** An archive on its way into a community, inside the import's transaction. */
export type Target = {
  client: ClientBase;
  archive: CheckedArchive;
  tenantId: string;
  /** Whether the community was made in this transaction, so that nothing of it can be there yet. */
  fresh: boolean;
  /** Ids of the database by the archive's ids; filled by the members, read by posts and events. */
  people: Map<string, string>;
  onProgress: (progress: Progress) => void;
};

const BATCH = { maxRows: 200, maxBytes: 2 * 1024 * 1024 };

type ArchiveRow = ArchiveMember | ArchivePost | ArchiveEvent;

/**
 * Writes one file's rows in batches; rows that are there already and equal are not touched.
 * @throws ArchiveError naming the lines the database refused.
 */
export async function writeRows(target: Target, file: ArchiveFile): Promise<RowCounts> {
  const { archive, onProgress } = target;
  const { folder, manifest } = archive;
  const start = performance.now();
  const problems = new ProblemList();
  const sum: RowCounts = { rows: 0, added: 0, changed: 0, unchanged: 0, kept: 0, absent: 0 };
  const report = (finished: boolean) => {
    const seconds = (performance.now() - start) / 1000;
    const { slug } = manifest.community;
    onProgress({ slug, file, done: sum.rows, of: manifest.files[file].rows, seconds, finished });
  };
  const known = target.fresh ? new Map<string, string>() : await findKnown(target, file);
  if (file === "members.jsonl") for (const [id, key] of known) target.people.set(id, key);
  for await (const { items } of inBatches(readRows({ folder, file, manifest }, problems), BATCH)) {
    const answer = await writeBatch(target, file, known, items).catch((cause: unknown) => {
      throw refusedByDatabase(folder, file, [items[0]?.line, items.at(-1)?.line], cause);
    });
    sum.rows += items.length;
    sum.added += answer.added;
    sum.changed += answer.changed;
    sum.kept += answer.kept;
    report(false);
  }
  requireUnchanged(folder, file, problems);
  report(true);
  sum.unchanged = sum.rows - sum.added - sum.changed - sum.kept;
  sum.absent = known.size + sum.added - sum.rows;
  return sum;
}

async function findKnown({ client, tenantId }: Target, file: ArchiveFile): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; key: string }>(writeStatements[file].known, [tenantId]);
  return new Map(rows.map(({ id, key }) => [id, key]));
}

type Tally = { added: number; changed: number; kept: number };

async function writeBatch(
  target: Target,
  file: ArchiveFile,
  known: Map<string, string>,
  items: Row<ArchiveRow>[],
): Promise<Tally> {
  const { client, tenantId } = target;
  const columns = items.map(({ value }) => toColumns(target, value, known.get(value.id)));
  const fresh = columns.filter(({ id }) => !known.has(id));
  const there = columns.filter(({ id }) => known.has(id));
  if (fresh.length > 0) await client.query(writeStatements[file].insert, [tenantId, JSON.stringify(fresh)]);
  const tally = { added: fresh.length, changed: 0, kept: 0 };
  if (there.length === 0) return tally;
  const answer = await client.query<Tally>(writeStatements[file].update, [tenantId, JSON.stringify(there)]);
  return { ...tally, ...answer.rows[0] };
}

type Columns = { id: string; [column: string]: unknown };

/** A row as the statements take it: `key` is the id that it has or, for a new member, gets. */
function toColumns({ archive, people }: Target, row: ArchiveRow, key: string | undefined): Columns {
  if ("author_id" in row) {
    const { author_id, tags = [], kind = "discussion" } = row;
    return { ...row, key, author_id: people.get(author_id), tags, kind };
  }
  if ("organizer_id" in row) {
    const event = toEventColumns(row, archive.manifest.community.time_zone);
    return { ...event, key, organizer_id: people.get(row.organizer_id) };
  }
  const member = { ...row, key: key ?? randomUUID() };
  people.set(row.id, member.key);
  return member;
}

/** The file was whole when it was checked; what is wrong now came in between. */
function requireUnchanged(folder: string, file: ArchiveFile, problems: ProblemList): void {
  if (problems.total === 0) return;
  const what = "the file changed while it was being imported.";
  throw refuse({
    folder,
    file,
    what,
    advice: "Leave the folder alone during the import and start it again.",
  });
}

/** Turns what the database says about a statement into what an operator can act on. */
export function refusedByDatabase(
  folder: string,
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
