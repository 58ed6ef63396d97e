import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { canonicalLine, canonicalManifest, FileSummary, type PlainRow } from "./canonical";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchiveFile, MANIFEST_FILE, type Manifest } from "./format";
import type { Progress } from "./progress";
import { readCommunity, readEvents, readMembers, readPosts } from "./read-statements";

/** Rows per round trip: a hundred bodies of the greatest length are still well below 100 MB. */
const FETCH = 100;

type Community = Required<Manifest["community"]> & { id: string };

/**
 * Writes one community as an archive, from one snapshot of the database. The folder appears when it is complete.
 * @param onProgress hears how far each file has come.
 * @returns the manifest.
 * @throws when there is no such community, or the folder has something in it.
 */
export async function exportArchive(
  client: ClientBase,
  slug: string,
  folder: string,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Manifest> {
  await requireEmpty(folder);
  await mkdir(path.dirname(path.resolve(folder)), { recursive: true });
  // Members-only posts are in it: mkdtemp makes a folder that only its owner can enter.
  const draft = await mkdtemp(`${path.resolve(folder)}.part-`);
  await client.query("begin isolation level repeatable read read only");
  try {
    const manifest = await writeArchive({ client, draft, onProgress }, await findCommunity(client, slug));
    await client.query("commit");
    await rmdir(folder).catch(() => undefined);
    await rename(draft, folder);
    return manifest;
  } catch (cause) {
    await client.query("rollback").catch(() => undefined);
    await rm(draft, { recursive: true, force: true });
    throw cause;
  }
}

async function requireEmpty(folder: string): Promise<void> {
  const inside = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return [];
    throw new Error(`${folder} cannot be used (${cause.code}). Name a folder that does not exist yet.`);
  });
  if (inside.length > 0) throw new Error(`${folder} is not empty. Name a folder that does not exist yet.`);
}

async function findCommunity(client: ClientBase, slug: string): Promise<Community> {
  const { rows } = await client.query<Community>(readCommunity, [slug]);
  if (!rows[0]) throw new Error(`There is no community with the address ${JSON.stringify(slug)}.`);
  return rows[0];
}

type Draft = {
  client: ClientBase;
  draft: string;
  onProgress: (progress: Progress) => void;
};

async function writeArchive(draft: Draft, community: Community): Promise<Manifest> {
  const { id, privacy, join_policy } = community;
  const write = (file: ArchiveFile, sql: string, toRow: (row: PlainRow) => PlainRow) =>
    writeRows(draft, { slug: community.slug, file, sql, tenantId: id, toRow });
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    community: {
      slug: community.slug,
      name: community.name,
      description: community.description,
      locale: community.locale,
      time_zone: community.time_zone,
      ...(privacy === "public" ? {} : { privacy }),
      ...(join_policy === "open" ? {} : { join_policy }),
    },
    files: {
      "members.jsonl": await write("members.jsonl", readMembers, (row) => row),
      "posts.jsonl": await write("posts.jsonl", readPosts, toPost),
      "events.jsonl": await write("events.jsonl", readEvents, (row) => toEvent(row, community.time_zone)),
    },
  };
  await writeFile(path.join(draft.draft, MANIFEST_FILE), canonicalManifest(manifest));
  return manifest;
}

type Export = {
  slug: string;
  file: ArchiveFile;
  sql: string;
  tenantId: string;
  toRow: (row: PlainRow) => PlainRow;
};

async function writeRows(
  { client, draft, onProgress }: Draft,
  { slug, file, sql, tenantId, toRow }: Export,
): Promise<Manifest["files"][ArchiveFile]> {
  const summary = new FileSummary();
  const start = performance.now();
  const report = (done: number, finished: boolean) =>
    onProgress({ slug, file, done, seconds: (performance.now() - start) / 1000, finished });
  async function* lines(): AsyncGenerator<string> {
    let done = 0;
    for await (const rows of fetchRows(client, sql, tenantId)) {
      for (const row of rows) {
        const line = canonicalLine(toRow(row));
        summary.add(line);
        yield line;
      }
      done += rows.length;
      report(done, false);
    }
    report(done, true);
  }
  await pipeline(lines, createWriteStream(path.join(draft, file)));
  return summary.entry();
}

async function* fetchRows(client: ClientBase, sql: string, tenantId: string): AsyncGenerator<PlainRow[]> {
  await client.query(`declare archive_rows no scroll cursor for ${sql}`, [tenantId]);
  for (;;) {
    const { rows } = await client.query<PlainRow>(`fetch ${FETCH} from archive_rows`);
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query("close archive_rows");
}

/** Fields that say nothing beyond the format's defaults are left out. */
function toPost({ tags, kind, ...row }: PlainRow): PlainRow {
  return {
    ...row,
    tags: Array.isArray(tags) && tags.length > 0 ? tags : undefined,
    kind: kind === "discussion" ? undefined : kind,
  };
}

function toEvent(row: PlainRow, communityZone: string): PlainRow {
  const optional = (value: PlainRow[string], standard: PlainRow[string]) =>
    value === standard ? undefined : value;
  return {
    ...row,
    description: optional(row.description, ""),
    venue: optional(row.venue, null),
    visibility: optional(row.visibility, "public"),
    time_zone: optional(row.time_zone, communityZone),
    starts_time: row.all_day === true ? undefined : row.starts_time,
    ends_time: row.all_day === true ? undefined : row.ends_time,
  };
}
