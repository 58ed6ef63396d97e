import type { ClientBase } from "pg";
import { type ArchiveProblem, refuse } from "./archive-error";
import type { CheckedArchive } from "./check-archive";
import { MANIFEST_FILE } from "./format";

/** The community an archive goes into; `kept` when its settings are left to the person who owns it. */
export type CommunityOutcome = { tenantId: string; change: "added" | "changed" | "unchanged" | "kept" };

type Found = { id: string; status: string; from_archive: boolean; owned: boolean; differs: boolean };

const findCommunity = `
  select t.id, t.status,
    exists (select 1 from public.tenant_users m where m.tenant_id = t.id and m.archive_ref is not null) as from_archive,
    exists (select 1 from public.tenant_users m join public.profiles p on p.id = m.user_id
            where m.tenant_id = t.id and m.role = 'owner' and m.status = 'active' and not p.is_placeholder) as owned,
    (t.name, t.description, t.locale, t.time_zone, t.privacy, t.join_policy)
      is distinct from ($2, $3, $4, $5, coalesce($6, t.privacy), coalesce($7, t.join_policy)) as differs
  from public.tenants t where t.slug = $1`;

const findLikeness = `
  select t.slug, false as former from public.tenants t where private.slug_skeleton(t.slug) = private.slug_skeleton($1)
  union all
  select t.slug, true from public.tenant_former_slugs f join public.tenants t on t.id = f.tenant_id where f.slug = $1`;

/**
 * The manifest's community as the columns of `tenants`, in the order of the statements. Privacy and join policy may
 * be left out: then a new community is public and open, and one that exists keeps its own. Pure.
 */
function columnsOf({ manifest: { community } }: CheckedArchive): [slug: string, ...(string | undefined)[]] {
  const { slug, name, description, locale, time_zone, privacy, join_policy } = community;
  return [slug, name, description, locale, time_zone, privacy, join_policy];
}

/**
 * Finds the archive's community, or makes it, and brings its settings up to date unless a person owns it.
 * Runs inside the import's transaction, and keeps a second import of the same community waiting until that ends.
 * @throws ArchiveError when the address is not the archive's to use.
 */
export async function prepareCommunity(
  client: ClientBase,
  archive: CheckedArchive,
  options: { into: boolean },
): Promise<CommunityOutcome> {
  const values = columnsOf(archive);
  await client.query("select pg_advisory_xact_lock(hashtextextended('archive import ' || $1, 0))", [
    values[0],
  ]);
  const { rows } = await client.query<Found>(findCommunity, values);
  const found = rows[0];
  if (!found) return { tenantId: await makeCommunity(client, archive, values), change: "added" };
  requireOpen(archive, found, options);
  if (!found.differs) return { tenantId: found.id, change: "unchanged" };
  if (found.owned) return { tenantId: found.id, change: "kept" };
  await client.query(
    `update public.tenants set name = $2, description = $3, locale = $4, time_zone = $5,
       privacy = coalesce($6, privacy), join_policy = coalesce($7, join_policy)
     where slug = $1`,
    values,
  );
  return { tenantId: found.id, change: "changed" };
}

async function makeCommunity(
  client: ClientBase,
  archive: CheckedArchive,
  values: unknown[],
): Promise<string> {
  const { rows: alike } = await client.query<{ slug: string; former: boolean }>(findLikeness, [values[0]]);
  const other = alike[0];
  if (other) {
    const relation = other.former ? "was an address of" : "reads like the address of";
    throw aboutSlug(archive, `${relation} the community ${other.slug}.`, "Give the archive another slug.");
  }
  const { rows } = await client.query<{ id: string }>(
    `insert into public.tenants (slug, name, description, locale, time_zone, privacy, join_policy, listed)
     values ($1, $2, $3, $4, $5, coalesce($6, 'public'), coalesce($7, 'open'), coalesce($6, 'public') = 'public')
     returning id`,
    values,
  );
  const made = rows[0];
  if (!made) throw aboutSlug(archive, "gave no community.", "Try again.");
  return made.id;
}

function requireOpen(archive: CheckedArchive, found: Found, options: { into: boolean }): void {
  if (found.status === "deleted" || found.status === "moving")
    throw aboutSlug(
      archive,
      `belongs to a community that is ${found.status}.`,
      "Give the archive another slug.",
    );
  if (!found.from_archive && !options.into)
    throw aboutSlug(
      archive,
      "belongs to a community that was not made by an import.",
      "Give the archive another slug, or add --into to import into that community.",
    );
}

function aboutSlug(archive: CheckedArchive, what: string, advice: string): Error {
  const { slug } = archive.manifest.community;
  const problem: ArchiveProblem = {
    folder: archive.folder,
    file: MANIFEST_FILE,
    what: `community.slug ${JSON.stringify(slug)} ${what}`,
    advice,
  };
  return refuse(problem);
}
