import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { appServer } from "./support.ts";
import { freshWord, withDatabase } from "./world.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The folder in which the archives of real communities are, each in a folder of its own. */
export const REAL_ARCHIVES = path.resolve(process.env.REAL_ARCHIVES ?? path.join(root, "../shared/real"));

/** Whether they are there. */
export const hasRealArchives = existsSync(REAL_ARCHIVES);

export const NO_REAL_ARCHIVES = `The archives of real communities are not in ${REAL_ARCHIVES}`;

/** Imports archives into the network under test with the command that owners use. Gives what it says. */
export async function importFolders(folders: readonly string[]): Promise<string> {
  const command = ["--import", "tsx", path.join(root, "supabase/local/import-command.ts"), ...folders];
  const env = { ...process.env, ...appServer().env, INIT_CWD: root };
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, env });
  await withDatabase((client) => client.query("select private.fold_counters(100000)"));
  return stdout;
}

const DAY_MS = 86_400_000;

function daysLater(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Copies an archive under an address of its own, with its events so many days later. */
function copyArchive(name: string, slug: string, days: number, folder: string): void {
  const [from, to] = [
    (file: string) => path.join(REAL_ARCHIVES, name, file),
    (file: string) => path.join(folder, file),
  ];
  const manifest = JSON.parse(readFileSync(from("manifest.json"), "utf8"));
  for (const file of ["members.jsonl", "posts.jsonl"]) copyFileSync(from(file), to(file));
  const events = readFileSync(from("events.jsonl"), "utf8").replace(
    /"(starts_on|ends_on)": "(\d{4}-\d{2}-\d{2})"/g,
    (_, field, date) => `"${field}": "${daysLater(date, days)}"`,
  );
  writeFileSync(to("events.jsonl"), events);
  manifest.community.slug = slug;
  manifest.files["events.jsonl"].sha256 = createHash("sha256").update(events).digest("hex");
  writeFileSync(to("manifest.json"), JSON.stringify(manifest));
}

/**
 * Imports copies of archives that no other test meets. Where the day `from` of their calendars is not three days ahead,
 * all of them are moved by the same whole weeks. Gives their addresses, and a date of theirs as it is now.
 */
export async function importCopies<const Names extends readonly string[]>(
  names: Names,
  from: string,
): Promise<{ slugs: { [I in keyof Names]: string }; moved: (date: string) => string }> {
  const late = (Date.now() + 3 * DAY_MS - Date.parse(from)) / DAY_MS;
  const days = Math.max(0, Math.ceil(late / 7)) * 7;
  const copies = names.map((name) => ({
    name,
    slug: `${name}-${freshWord()}`,
    folder: mkdtempSync(path.join(os.tmpdir(), "archive-copy-")),
  }));
  try {
    for (const { name, slug, folder } of copies) copyArchive(name, slug, days, folder);
    await importFolders(copies.map(({ folder }) => folder));
  } finally {
    for (const { folder } of copies) rmSync(folder, { recursive: true });
  }
  const slugs = copies.map(({ slug }) => slug) as { [I in keyof Names]: string };
  return { slugs, moved: (date) => daysLater(date, days) };
}
