import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { newId } from "../../lib/ids/uuid.ts";
import { seedCommunity } from "../../supabase/local/demo/community-rows.ts";
import { demoId } from "../../supabase/local/demo/identity.ts";
import { demo } from "../../supabase/local/demo/index.ts";
import { personId, seedPeople } from "../../supabase/local/demo/people-rows.ts";
import type { DemoCommunity, DemoMember, DemoPost } from "../../supabase/local/demo/types.ts";
import { appServer, DEMO_PASSWORD } from "./support.ts";

/** Somebody who can sign in. */
export interface Person {
  key: string;
  name: string;
  email: string;
  password: string;
}

/** Runs statements on the database of the app under test, as the owner of its schema. */
export async function withDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: appServer().env.DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Letters and digits nobody has used yet, none of which looks like another. */
export function freshWord(): string {
  return randomUUID()
    .replaceAll("-", "")
    .replace(/[0135]/g, "7")
    .slice(0, 10);
}

/** Somebody nobody knows yet; not in the database. */
export function stranger(name: string): Person {
  const key = `${name.toLowerCase().replace(/[^a-z]+/g, "")}-${freshWord()}`;
  return { key, name, email: `${key}@example.test`, password: DEMO_PASSWORD };
}

/** People with an account each, who belong nowhere yet. */
export async function makePeople<const Names extends readonly string[]>(
  ...names: Names
): Promise<{ [I in keyof Names]: Person }> {
  const people = names.map(stranger);
  await withDatabase((client) =>
    seedPeople(
      client,
      people.map(({ key, name, email }) => ({
        key,
        name,
        email: email as `${string}@demo.archipelago.test`,
        bio: "",
        locale: "en",
        timeZone: "Europe/London",
      })),
      DEMO_PASSWORD,
    ),
  );
  return people as { [I in keyof Names]: Person };
}

interface Belonging {
  person: Person;
  role?: DemoMember["role"];
  status?: DemoMember["status"];
}

/** Makes people members of the demo community with this slug. */
export async function addMembers(slug: string, ...members: Belonging[]): Promise<void> {
  await withDatabase(async (client) => {
    for (const { person, role = "member", status = "active" } of members) {
      await client.query(
        `insert into public.tenant_users (tenant_id, user_id, role, status, display_name)
         select id, $2, $3, $4, $5 from public.tenants where slug = $1`,
        [slug, personId(person.key), role, status, person.name],
      );
    }
  });
}

/** Changes the state of a membership, as an owner would. */
export async function setMembership(
  slug: string,
  person: Person,
  status: DemoMember["status"],
): Promise<void> {
  await withDatabase((client) =>
    client.query(
      `update public.tenant_users set status = $3
       where user_id = $2 and tenant_id = (select id from public.tenants where slug = $1)`,
      [slug, personId(person.key), status],
    ),
  );
}

/** Gives somebody a language of their own, above that of any community. */
export async function setLanguage(person: Person, locale: string): Promise<void> {
  await withDatabase((client) =>
    client.query("update public.profiles set locale = $2 where id = $1", [personId(person.key), locale]),
  );
}

/** Cookies of a browser in which somebody is signed in on a host of a community. */
export async function openSession(person: Person, slug: string, host: string): Promise<{ cookie: string }> {
  const [session, secret] = [randomUUID(), randomUUID()];
  await withDatabase(async (client) => {
    await client.query("insert into auth.sessions (id, user_id) values ($1, $2)", [
      session,
      personId(person.key),
    ]);
    await client.query(
      `insert into private.host_sessions (token_hash, user_id, tenant_id, host, auth_session_id)
       select $1, $2, id, $3, $4 from public.tenants where slug = $5`,
      [createHash("sha256").update(secret).digest("hex"), personId(person.key), host, session, slug],
    );
  });
  return { cookie: `archipelago-session=${secret}` };
}

interface NewCommunity extends Partial<Omit<DemoCommunity, "members" | "posts" | "groups" | "domain">> {
  /** One of its own unless it is said to have none. */
  domain?: null;
  members?: Belonging[];
  groups?: { name: string; members: Person[] }[];
  posts?: (Partial<DemoPost> & { by: Person; body: string })[];
}

/** A community of a test's own, with a domain of its own: what happens there meets no other test. */
export async function makeCommunity(
  given: NewCommunity = {},
): Promise<{ slug: string; domain: string; name: string }> {
  const slug = given.slug ?? `isle-${freshWord()}`;
  const domain = `${slug}.localhost`;
  const { members = [], groups = [], posts = [], domain: own, ...rest } = given;
  const key = ({ key }: Person) => key as DemoMember["person"];
  const community: DemoCommunity = {
    ...BLANK,
    name: `Isle ${slug.slice(5)}`,
    ...rest,
    slug,
    domain: own === null ? undefined : domain,
    members: members.map(({ person, role = "member", status = "active" }) => ({
      person: key(person),
      role,
      status,
      displayName: person.name,
      joinedDaysAgo: 10,
    })),
    groups: groups.map(({ name, members }, n) => ({
      key: `g${n}`,
      name,
      description: "",
      members: members.map(key),
    })),
    posts: posts.map(({ by, ...post }, n) => ({
      ...BLANK_POST,
      key: `p${n}`,
      minutesAgo: 60 + n,
      author: key(by),
      ...post,
    })),
  };
  await withDatabase(async (client) => {
    await seedCommunity(client, community, demo.people, new Date());
    await client.query("select private.fold_counters(100000)");
  });
  return { slug, domain, name: community.name };
}

/** The id of a post that a community was made with. */
export function postId(slug: string, key: string): string {
  return demoId(slug, "post", key);
}

/** Shares a post of somebody's own into another community, as they would on the network's host. */
export async function shareAs(author: Person, from: string, post: string, to: string): Promise<void> {
  await withDatabase(async (client) => {
    const claims = { role: "authenticated", scope: "network", sub: personId(author.key) };
    await client.query("begin");
    await client.query("select set_config('request.jwt.claims', $1, true)", [JSON.stringify(claims)]);
    await client.query(
      `select public.share_post(home.id, $2, target.id, 'comment',
         (select max(c.version) from private.consent_texts c where c.purpose = 'share'), 'en')
       from public.tenants home, public.tenants target where home.slug = $1 and target.slug = $3`,
      [from, post, to],
    );
    await client.query("commit");
  });
}

/** The id of an event that a community was made with. */
export function eventId(slug: string, key: string): string {
  return demoId(slug, "event", key);
}

/**
 * Puts comments below such a post, one after the other: `answers[n]` is the place of the comment that the n-th one
 * answers, null for none; its text is "Comment <n>.". Gives their ids.
 */
export async function addComments(
  slug: string,
  key: string,
  by: Person,
  answers: readonly (number | null)[],
): Promise<string[]> {
  const ids = answers.map((_, n) => newId(Date.now() - HOUR_MS + n));
  const rows = answers.map((parent, n) => ({
    id: ids[n],
    parent_id: parent === null ? null : ids[parent],
    body: `Comment ${n}.`,
  }));
  await withDatabase((client) =>
    client.query(
      `insert into public.post_comments (tenant_id, id, post_id, author_id, parent_id, body, created_at)
       select t.id, i.id, $2, $3, i.parent_id, i.body, now() - interval '1 hour'
       from public.tenants t, json_to_recordset($4::json) as i(id uuid, parent_id uuid, body text)
       where t.slug = $1`,
      [slug, postId(slug, key), personId(by.key), JSON.stringify(rows)],
    ),
  );
  return ids;
}

/** Lets posts go between two communities, both ways. */
export async function connect(
  slug: string,
  other: string,
  scope: "view" | "comment" | "reshare",
): Promise<void> {
  await withDatabase((client) =>
    client.query(
      `insert into public.community_connections (tenant_id, connected_id, state, ours, direction, scope)
       select a.id, b.id, 'accepted', a.slug = $1, 'both', $3
       from public.tenants a join public.tenants b on (a.slug, b.slug) in (($1, $2), ($2, $1))`,
      [slug, other, scope],
    ),
  );
}

/** Puts a post that a community was made with into another one, by its author. Gives the id of the share. */
export async function shareInto(
  slug: string,
  key: string,
  other: string,
  state: "active" | "asked" = "active",
): Promise<string> {
  const id = newId();
  await withDatabase(async (client) => {
    await client.query(
      `insert into public.content_sharing (tenant_id, id, post_id, author_id, target_tenant_id, scope, state,
         under_connection, asked_by, consented_at, consent_version, consent_locale, consent_audience, shown_since)
       select p.tenant_id, $4, p.id, p.author_id, t.id, 'comment', $5, true, p.author_id,
         case when a.agreed then now() end, case when a.agreed then 1 end, case when a.agreed then 'en' end,
         case when a.agreed then 1240 end, case when a.agreed then now() end
       from public.posts p join public.tenants h on h.id = p.tenant_id and h.slug = $1
       join public.tenants t on t.slug = $3 cross join (select $5 = 'active') a(agreed)
       where p.id = $2`,
      [slug, postId(slug, key), other, id, state],
    );
    await client.query("select private.place_share(s) from public.content_sharing s where s.id = $1", [id]);
  });
  return id;
}

const HOUR_MS = 3_600_000;

const BLANK = {
  tagline: "A place for a test.",
  description: "Made for a test.",
  rules: "",
  privacy: "public",
  joinPolicy: "open",
  status: "active",
  locale: "en",
  timeZone: "Europe/London",
  accent: "#1f5f8b",
  createdDaysAgo: 20,
  events: [],
} as const;

const BLANK_POST = { tags: [], visibility: "members", likes: [], comments: [] } as const;
