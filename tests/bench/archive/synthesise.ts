import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { bodies, names, randomNumbers } from "../seed/words.ts";

/** How much a synthetic archive holds. */
export type ArchiveSize = { members: number; posts: number; events: number };

const instant = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const day = (at: number) => instant(at).slice(0, 10);
const start = Date.UTC(2024, 0, 1);
const hour = 3_600_000;

function members(count: number): object[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `m${n}`,
    display_name: `${names.first[n % names.first.length]} ${names.last[(n * 7) % names.last.length]} ${n}`,
    role: n === 0 ? "owner" : "member",
    joined_at: instant(start + n * hour),
  }));
}

function posts(count: number, authors: number): object[] {
  const next = randomNumbers(7);
  const texts = bodies(1_000);
  return Array.from({ length: count }, (_, n) => ({
    id: `p${n}`,
    author_id: `m${Math.floor(next() * authors)}`,
    title: n % 5 === 0 ? null : `Note ${n}`,
    body: `${texts[n % texts.length]}\n\n(${n})`,
    visibility: n % 4 === 0 ? "members" : "public",
    created_at: instant(start + 1_000 * hour + n * 600_000),
  }));
}

function events(count: number): object[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `e${n}`,
    organizer_id: "m0",
    title: `Evening ${n}`,
    all_day: true,
    starts_on: day(start + n * 24 * hour),
    ends_on: day(start + n * 24 * hour),
    city: "Porto",
    country: "Portugal",
    online: false,
    url: null,
    locale: "en",
    call_for_proposals_until: null,
  }));
}

/** Writes an archive (format version 1) into `folder` and answers its number of rows. */
export async function synthesiseArchive(folder: string, slug: string, size: ArchiveSize): Promise<number> {
  await mkdir(folder, { recursive: true });
  const lists = {
    "members.jsonl": members(size.members),
    "posts.jsonl": posts(size.posts, size.members),
    "events.jsonl": events(size.events),
  };
  const files: Record<string, { rows: number; sha256: string }> = {};
  for (const [name, rows] of Object.entries(lists)) {
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
    await writeFile(path.join(folder, name), text);
    files[name] = { rows: rows.length, sha256: createHash("sha256").update(text).digest("hex") };
  }
  const community = { slug, name: "Imported", description: "", locale: "en", time_zone: "UTC" };
  const manifest = { format: "community-archive", version: 1, community, files };
  await writeFile(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return size.members + size.posts + size.events;
}
