import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type ArchiveOutcome, importArchives } from "../../lib/archive/import-archives";
import { synthesiseArchive } from "./archive/synthesise.ts";
import type { Figure } from "./figures.ts";
import type { Bench } from "./stack.ts";

const part = "import";
const slug = "bench-import";
const size = { members: 500, posts: 20_000, events: 500 };

async function importOnce(bench: Bench, folder: string): Promise<Extract<ArchiveOutcome, { ok: true }>> {
  const [outcome] = await importArchives(bench.stack.databaseUrl, { folders: [folder] });
  if (!outcome?.ok) throw outcome?.error ?? new Error("The import said nothing.");
  return outcome;
}

const tables = [
  "post_comments",
  "post_likes",
  "feed_items",
  "posts",
  "events",
  "group_members",
  "groups",
  "user_profiles",
];

/** Takes an imported community out again, so that a kept database stays as it was seeded. */
async function removeCommunity(bench: Bench): Promise<void> {
  const { rows } = await bench.admin.query<{ id: string }>("select id from public.tenants where slug = $1", [
    slug,
  ]);
  const id = rows[0]?.id;
  if (!id) return;
  await bench.admin.query("set session_replication_role = replica");
  try {
    for (const table of tables)
      await bench.admin.query(`delete from public.${table} where tenant_id = $1`, [id]);
    await bench.admin.query(
      `with gone as (delete from public.tenant_users where tenant_id = $1 returning user_id)
       delete from public.profiles p using gone where p.id = gone.user_id and p.is_placeholder`,
      [id],
    );
    await bench.admin.query("delete from public.domain_events where tenant_id = $1", [id]);
    await bench.admin.query("delete from public.audit_logs where tenant_id = $1", [id]);
    await bench.admin.query("delete from private.counter_deltas where tenant_id = $1", [id]);
    await bench.admin.query("delete from public.tenants where id = $1", [id]);
  } finally {
    await bench.admin.query("set session_replication_role = origin");
  }
  await bench.admin.query(
    "vacuum (analyze) public.posts, public.feed_items, public.tenant_users, public.profiles",
  );
}

/** Rows per second of importing a large archive, and of importing it again unchanged. */
export async function importFigures(bench: Bench): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "archipelago-archive-"));
  try {
    const rows = await synthesiseArchive(folder, slug, size);
    await removeCommunity(bench);
    const first = await importOnce(bench, folder);
    const again = await importOnce(bench, folder);
    const figure = (name: string, { seconds }: { seconds: number }): Figure => ({
      part,
      name,
      measured: Math.round(rows / seconds),
      unit: "rows per second",
      note: `${rows.toLocaleString("en")} rows in ${seconds.toFixed(1)} s`,
    });
    return [figure("import of a new archive", first), figure("the same archive again, unchanged", again)];
  } finally {
    await removeCommunity(bench);
    await rm(folder, { recursive: true, force: true });
  }
}
