import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ARCHIVE_FILES, MANIFEST_FILE } from "@/lib/archive/format";
import { formatRate } from "@/lib/archive/progress";
import { sql } from "@/tests/support/stack";
import { exportFolder, importFolders, snapshot } from "./database";

const root = path.resolve(
  process.env.REAL_ARCHIVES ?? path.join(import.meta.dirname, "../../../../shared/real"),
);

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, MANIFEST_FILE)));
  return names.sort().map((name) => path.join(folder, name));
}

const folders = foldersIn(root);
if (folders.length === 0)
  console.warn(`No community archives in ${root}: set REAL_ARCHIVES to try the import on real communities.`);

describe.skipIf(folders.length === 0)("real communities", () => {
  it("import completely, change nothing the second time, and export byte for byte", async () => {
    const outcomes = await importFolders(folders);
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error.message]));
    expect(refused).toEqual([]);
    const rows = outcomes.reduce((sum, outcome) => sum + (outcome.ok ? outcome.rows : 0), 0);
    const seconds = outcomes.reduce((sum, outcome) => sum + (outcome.ok ? outcome.seconds : 0), 0);
    console.log(`${rows} rows of ${folders.length} communities imported, ${formatRate(rows, seconds)}.`);

    const before = await snapshot();
    await importFolders(folders);
    expect(await snapshot()).toEqual(before);

    for (const folder of folders) {
      const { community } = JSON.parse(await readFile(path.join(folder, MANIFEST_FILE), "utf8"));
      const exported = await exportFolder(community.slug);
      for (const file of [MANIFEST_FILE, ...ARCHIVE_FILES]) {
        const [was, is] = await Promise.all([
          readFile(path.join(folder, file)),
          readFile(path.join(exported, file)),
        ]);
        expect(is.equals(was), `${community.slug}/${file}`).toBe(true);
      }
    }
  });

  it.skipIf(folders.length !== 8)(
    "are 281 members, 1,050 posts and 274 events in eight communities",
    async () => {
      const [counts] = await sql(
        `select (select count(*)::integer from public.tenant_users m where m.tenant_id = any (ids)) as members,
              (select count(*)::integer from public.posts p where p.tenant_id = any (ids)) as posts,
              (select count(distinct f.post_id)::integer from public.feed_items f where f.tenant_id = any (ids)) as feed,
              (select count(*)::integer from public.events e where e.tenant_id = any (ids)) as events
       from (select array_agg(id) as ids from public.tenants where slug = any ($1)) t`,
        [folders.map((folder) => path.basename(folder))],
      );
      expect(counts).toEqual({ members: 281, posts: 1050, feed: 1050, events: 274 });
    },
  );
});
