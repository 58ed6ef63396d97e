import type pg from "pg";
import { seedComments } from "./comment-rows.ts";
import { details } from "./details.ts";
import { demoId, minutesBefore } from "./identity.ts";
import { insertRows } from "./insert.ts";
import { personId } from "./people-rows.ts";
import type { DemoCommunity, DemoEvent, DemoPerson } from "./types.ts";

const DAY_MINUTES = 1440;

export type Seeding = {
  client: pg.Client;
  now: Date;
  tenant: string;
  community: DemoCommunity;
  names: ReadonlyMap<string, string>;
};

async function seedTenant({ client, now, tenant, community }: Seeding): Promise<void> {
  const owner = community.members.find(({ role }) => role === "owner");
  await insertRows(client, "public.tenants", [
    {
      id: tenant,
      slug: community.slug,
      name: community.name,
      tagline: community.tagline,
      description: community.description,
      rules: community.rules,
      privacy: community.privacy,
      join_policy: community.joinPolicy,
      listed: community.privacy !== "secret",
      locale: community.locale,
      time_zone: community.timeZone,
      accent: community.accent,
      created_by: owner && personId(owner.person),
      created_at: minutesBefore(now, community.createdDaysAgo * DAY_MINUTES),
    },
  ]);
  if (!community.domain) return;
  await insertRows(client, "public.tenant_domains", [
    { tenant_id: tenant, domain: community.domain, status: "active", is_primary: true, verified_at: now },
  ]);
}

/** Everybody writes as an active member; what became of a membership is set afterwards. */
async function seedMembers({ client, now, tenant, community, names }: Seeding): Promise<void> {
  const { members } = community;
  await insertRows(
    client,
    "public.tenant_users",
    members.map(({ person, role, displayName, joinedDaysAgo }) => ({
      tenant_id: tenant,
      user_id: personId(person),
      role,
      display_name: displayName ?? names.get(person),
      joined_at: minutesBefore(now, joinedDaysAgo * DAY_MINUTES),
    })),
  );
  await insertRows(
    client,
    "public.user_profiles",
    members
      .filter(({ displayName, bio }) => displayName || bio)
      .map(({ person, displayName, bio }) => ({
        tenant_id: tenant,
        user_id: personId(person),
        display_name: displayName ?? names.get(person),
        bio: bio ?? "",
      })),
  );
}

/** What people say of themselves is found by its words: the database keeps those, as when somebody saves it. */
async function seedDetails({ client, tenant, community }: Seeding): Promise<void> {
  const rows = details[community.slug] ?? [];
  await insertRows(
    client,
    "public.member_details",
    rows.map(({ person, city, skills, interests, cityFor, showsMembership }) => ({
      tenant_id: tenant,
      user_id: personId(person),
      city: city ?? "",
      skills: skills ?? [],
      interests: interests ?? [],
      city_for: cityFor ?? "members",
      shows_membership: showsMembership ?? false,
    })),
  );
  const unlisted = rows.filter((row) => row.unlisted).map(({ person }) => personId(person));
  await client.query(
    "update public.tenant_users set listed = false where tenant_id = $1 and user_id = any ($2)",
    [tenant, unlisted],
  );
}

async function seedGroups({ client, tenant, community }: Seeding): Promise<void> {
  const { groups, slug } = community;
  await insertRows(
    client,
    "public.groups",
    groups.map(({ key, name, description, members }) => ({
      tenant_id: tenant,
      id: demoId(slug, "group", key),
      name,
      description,
      privacy: "private",
      owner_id: members[0] && personId(members[0]),
    })),
  );
  await insertRows(
    client,
    "public.group_members",
    groups.flatMap(({ key, members }) =>
      members.map((person, n) => ({
        tenant_id: tenant,
        group_id: demoId(slug, "group", key),
        user_id: personId(person),
        role: n === 0 ? "owner" : "member",
      })),
    ),
  );
}

async function seedPosts({ client, now, tenant, community }: Seeding): Promise<void> {
  const { posts, slug } = community;
  const at = (minutes: number) => minutesBefore(now, minutes);
  await insertRows(
    client,
    "public.posts",
    posts.map((post) => ({
      tenant_id: tenant,
      id: demoId(slug, "post", post.key),
      author_id: personId(post.author),
      visibility: post.visibility,
      group_id: post.group ? demoId(slug, "group", post.group) : null,
      title: post.title ?? null,
      body: post.body,
      tags: post.tags,
      kind: post.kind ?? "discussion",
      pinned_at: post.pinned ? at(post.minutesAgo) : null,
      edited_at: post.edited ? at(post.minutesAgo / 2) : null,
      created_at: at(post.minutesAgo),
    })),
  );
  await insertRows(
    client,
    "public.post_likes",
    posts.flatMap((post) =>
      post.likes.map((person) => ({
        tenant_id: tenant,
        post_id: demoId(slug, "post", post.key),
        user_id: personId(person),
        created_at: at(post.minutesAgo * 0.9),
      })),
    ),
  );
}

/** Wall time as Postgres reads it: today in the event's zone, so many days on. */
function wallDay(now: Date, timeZone: string, days: number): string {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

function eventTimes(event: DemoEvent, now: Date): { starts_local: string; ends_local: string } {
  const day = wallDay(now, event.timeZone, event.startsInDays);
  if (event.allDay) {
    return { starts_local: day, ends_local: wallDay(now, event.timeZone, event.startsInDays + event.days) };
  }
  const start = new Date(`${day}T${event.startTime}:00Z`);
  const end = new Date(start.getTime() + event.durationMinutes * 60_000);
  const wall = (moment: Date) => moment.toISOString().slice(0, 19).replace("T", " ");
  return { starts_local: wall(start), ends_local: wall(end) };
}

async function seedEvents({ client, now, tenant, community }: Seeding): Promise<void> {
  await insertRows(
    client,
    "public.events",
    community.events.map((event) => ({
      tenant_id: tenant,
      id: demoId(community.slug, "event", event.key),
      organizer_id: personId(event.organizer),
      title: event.title,
      description: event.description,
      visibility: community.privacy === "public" ? "public" : "members",
      all_day: event.allDay,
      ...eventTimes(event, now),
      time_zone: event.timeZone,
      online: event.onlineUrl !== undefined,
      url: event.onlineUrl ?? null,
      venue: event.place?.venue ?? null,
      city: event.place?.city ?? null,
      country: event.place?.country ?? null,
      cancelled_at: event.cancelled ? now : null,
      created_at: minutesBefore(now, 20 * DAY_MINUTES),
    })),
  );
}

async function settle({ client, tenant, community }: Seeding): Promise<void> {
  for (const { person, status } of community.members) {
    if (status === "active") continue;
    await client.query("update public.tenant_users set status = $3 where tenant_id = $1 and user_id = $2", [
      tenant,
      personId(person),
      status,
    ]);
  }
  if (community.status === "active") return;
  await client.query("update public.tenants set status = $2 where id = $1", [tenant, community.status]);
}

/** Writes one community with everything in it. */
export async function seedCommunity(
  client: pg.Client,
  community: DemoCommunity,
  people: readonly DemoPerson[],
  now: Date,
): Promise<void> {
  const names = new Map(people.map(({ key, name }) => [key as string, name]));
  const seeding: Seeding = { client, now, tenant: demoId("community", community.slug), community, names };
  await seedTenant(seeding);
  await seedMembers(seeding);
  await seedDetails(seeding);
  await seedGroups(seeding);
  await seedPosts(seeding);
  await seedComments(seeding);
  await seedEvents(seeding);
  await settle(seeding);
}
