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
