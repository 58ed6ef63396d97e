import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

/** A line of a file: an object to be written as JSON, or the bytes of the line themselves. */
export type TestLine = object | string | Buffer;

/** An archive to be made; the manifest says the truth unless `manifest` or `files` says otherwise. */
export type TestArchive = {
  slug: string;
  members?: TestLine[];
  posts?: TestLine[];
  events?: TestLine[];
  community?: object;
  /** Replaces fields of the manifest. */
  manifest?: object;
  /** Replaces what the manifest says about one file. */
  files?: Record<string, object>;
};

const folders: string[] = [];

afterAll(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A new folder that is removed after the test file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "archive-test-"));
  folders.push(folder);
  return folder;
}

function bytesOf(lines: TestLine[]): Buffer {
  const feed = Buffer.from("\n");
  const parts = lines.map((line) => {
    if (Buffer.isBuffer(line)) return line;
    return Buffer.from(typeof line === "string" ? line : JSON.stringify(line));
  });
  return Buffer.concat(parts.flatMap((part) => [part, feed]));
}

/** Writes an archive into `folder`, else into a new one, and answers where. */
export async function writeArchive(archive: TestArchive, folder?: string): Promise<string> {
  const target = folder ?? (await temporaryFolder());
  const files: Record<string, object> = {};
  for (const name of ["members", "posts", "events"] as const) {
    const lines = archive[name] ?? [];
    const bytes = bytesOf(lines);
    await writeFile(path.join(target, `${name}.jsonl`), bytes);
    files[`${name}.jsonl`] = {
      rows: lines.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      ...archive.files?.[`${name}.jsonl`],
    };
  }
  const manifest = {
    format: "community-archive",
    version: 1,
    community: {
      slug: archive.slug,
      name: "Test",
      description: "",
      locale: "en",
      time_zone: "Europe/Paris",
      ...archive.community,
    },
    files,
    ...archive.manifest,
  };
  await writeFile(path.join(target, "manifest.json"), JSON.stringify(manifest, null, 2));
  return target;
}

/** A good member. */
export function member(fields: object = {}): object {
  return { id: "m1", display_name: "Ada", role: "owner", joined_at: "2020-01-01T00:00:00Z", ...fields };
}

/** A good post of `m1`. */
export function post(fields: object = {}): object {
  return {
    id: "p1",
    author_id: "m1",
    title: "Hello",
    body: "A body",
    visibility: "public",
    created_at: "2021-01-01T10:00:00Z",
    ...fields,
  };
}

/** A good all-day event of `m1`. */
export function event(fields: object = {}): object {
  return {
    id: "e1",
    organizer_id: "m1",
    title: "Meeting",
    all_day: true,
    starts_on: "2026-03-01",
    ends_on: "2026-03-02",
    city: null,
    country: null,
    online: true,
    url: null,
    locale: null,
    call_for_proposals_until: null,
    ...fields,
  };
}
