import { ProblemList } from "./archive-error";
import type { ArchiveFile, ArchiveRows, Manifest } from "./format";
import { readManifest } from "./read-manifest";
import { readRows } from "./read-rows";

/** An archive whose every line has been read and found good. */
export type CheckedArchive = { folder: string; manifest: Manifest; rows: number };

type Context = { folder: string; manifest: Manifest; problems: ProblemList };

const REPEATED = "Give each row an id of its own, then correct manifest.json.";
const UNKNOWN = "Add the person to members.jsonl or name another, then correct manifest.json.";

/**
 * Reads a whole archive without writing anything: manifest, row counts, SHA-256, every field of every line, ids that
 * repeat, people who are not members. Only ids are kept in memory.
 * @throws ArchiveError with the first problems.
 */
export async function checkArchive(folder: string): Promise<CheckedArchive> {
  const manifest = await readManifest(folder);
  const context = { folder, manifest, problems: new ProblemList() };
  const members = await checkFile(context, "members.jsonl", () => undefined);
  // After a bad line in members.jsonl, every post of that person would be called a problem too.
  const whole = context.problems.total === 0;
  const unknown = (field: string, member: string) =>
    members.has(member) || !whole
      ? undefined
      : `${field} ${JSON.stringify(member)} is no member of this archive.`;
  const posts = await checkFile(context, "posts.jsonl", (post) => unknown("author_id", post.author_id));
  const events = await checkFile(context, "events.jsonl", (event) =>
    unknown("organizer_id", event.organizer_id),
  );
  context.problems.throwIfAny();
  return { folder, manifest, rows: members.size + posts.size + events.size };
}

/** Checks one file; answers its ids and the lines they stand on. */
async function checkFile<File extends ArchiveFile>(
  { folder, manifest, problems }: Context,
  file: File,
  findStranger: (row: ArchiveRows[File]) => string | undefined,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for await (const { line, value } of readRows({ folder, file, manifest }, problems)) {
    const earlier = ids.get(value.id);
    if (earlier !== undefined) {
      const what = `id ${JSON.stringify(value.id)} is already on line ${earlier}.`;
      problems.add({ folder, file, line, what, advice: REPEATED });
    } else {
      ids.set(value.id, line);
    }
    const stranger = findStranger(value);
    if (stranger) problems.add({ folder, file, line, what: stranger, advice: UNKNOWN });
  }
  return ids;
}
