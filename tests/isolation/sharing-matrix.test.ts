import { expect, test } from "vitest";
import { as, at, tokenOf, visitorOf, type Who } from "./engine/acts.ts";
import { harbour, idOf, meadow, personOf } from "./engine/cast.ts";
import { type Db, rowsOf, undone } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";

/** A post of harbour, written by somebody who belongs to both, and what becomes of its way to meadow. */
const post = idOf("post", harbour, "travel");
const author = personOf(harbour, "dual");
const carrier = personOf(harbour, "moderator");

const people = {
  stranger: personOf(harbour, "outsider"),
  "member of home": personOf(harbour, "member"),
  "member there": personOf(meadow, "member"),
  "moderator there": personOf(meadow, "moderator"),
  author,
  "member of both": carrier,
} as const;
type Role = keyof typeof people;
const roles = Object.keys(people) as Role[];
const atHome: readonly Role[] = ["member of home", "author", "member of both"];
const there: readonly Role[] = ["member there", "moderator there", "author", "member of both"];

const visibilities = ["public", "members", "group"] as const;
type Visibility = (typeof visibilities)[number];

const shared = (consent: string) =>
  `public.share_post('${harbour.id}', '${post}', '${meadow.id}', 'comment', ${consent}, 'en')`;

async function grant(db: Db, who = author, consent = "1"): Promise<string> {
  const given = await as<{ id: string }>(db, tokenOf(who), shared(consent));
  if (typeof given === "string") throw new Error(given);
  return given.id;
}

/** Does something as somebody, who may do it. */
async function done(db: Db, who: Who, call: string): Promise<void> {
  const answer = await as(db, who, call);
  if (typeof answer === "string" && answer.includes(":")) throw new Error(answer);
}

async function waiting(db: Db): Promise<string> {
  await db.query("update public.tenants set sharing_review = 'all' where id = $1", [meadow.id]);
  return grant(db);
}

async function afterwards(db: Db, sql: string): Promise<string> {
  const share = await grant(db);
  await db.query(sql.replaceAll("$share", `'${share}'`));
  return share;
}

const absent = "00000000-0000-7000-8000-000000000000";
const states: Readonly<Record<string, (db: Db) => Promise<string>>> = {
  none: async () => absent,
  asked: (db) => grant(db, carrier, "null"),
  waiting,
  active: (db) => grant(db),
  declined: async (db) => {
    const share = await waiting(db);
    await done(db, at("moderator", meadow, true), `public.review_share('${meadow.id}', '${share}', false)`);
    return share;
  },
  revoked: async (db) => {
    const share = await grant(db);
    await done(db, tokenOf(author), `public.revoke_share('${harbour.id}', '${share}')`);
    return share;
  },
  ended: (db) =>
    afterwards(
      db,
      "select private.end_share(s, 'ended', 'home') from public.content_sharing s where s.id = $share",
    ),
  expired: (db) =>
    afterwards(db, "update public.content_sharing set expires_at = now() - interval '1 s' where id = $share"),
  paused: async (db) => {
    const share = await grant(db);
    const pause = `public.pause_connection('${meadow.id}', '${harbour.id}', true)`;
    await done(db, at("admin", meadow, true), pause);
    return share;
  },
  "connection ended": async (db) => {
    const share = await grant(db);
    await done(db, at("owner", harbour, true), `public.end_connection('${harbour.id}', '${meadow.id}')`);
    return share;
  },
  "home suspended": (db) =>
    afterwards(db, `update public.tenants set status = 'suspended' where id = '${harbour.id}'`),
  "post removed": (db) =>
    afterwards(
      db,
      `update public.posts set deleted_at = now(), removed_by = 'author' where id = '${post}' and tenant_id = '${harbour.id}'`,
    ),
  "author left": (db) =>
    afterwards(
      db,
      `update public.tenant_users set status = 'removed', left_at = now()
       where tenant_id = '${harbour.id}' and user_id = '${author}'`,
    ),
};

/** A post of a group is never shared; one that was may be narrowed to a group. */
async function setUp(db: Db, visibility: Visibility, state: string): Promise<string> {
  if (visibility === "public")
    await db.query("update public.posts set visibility = 'public' where id = $1", [post]);
  const share = (await states[state]?.(db)) ?? absent;
  if (visibility === "group") {
    await db.query("update public.posts set visibility = 'group', group_id = $2 where id = $1", [
      post,
      idOf("group", harbour, "closed"),
    ]);
  }
  return share;
}

const counted = (list: string) =>
  `(select count(*)::integer from jsonb_array_elements(${list} -> 'items') x where x ->> 'id' = '${post}')`;
const feedOf = (id: string) => counted(`public.community_feed('${id}', p_limit => 50)`);

interface Seen {
  /** Cards of it in the feed of the community it was brought to, and where all of one's own stand together. */
  there: number;
  everywhere: number;
  home: number;
  page: boolean;
  /** Its row, as the data API gives it. */
  row: number;
  comments: boolean;
}

const everythingSeen = (share: string) => `jsonb_build_object(
  'there', ${feedOf(meadow.id)}, 'home', ${feedOf(harbour.id)},
  'everywhere', ${counted("public.unified_feed(p_limit => 50)")},
  'page', public.shared_post('${meadow.id}', '${share}') is not null,
  'row', (select count(*)::integer from public.posts where id = '${post}'),
  'comments', private.lane_is_open('${meadow.id}', '${harbour.id}', '${post}'))`;

/** What the rules of docs/decisions/0006-sharing.md give somebody to read. */
function expected(role: Role, visibility: Visibility, state: string): Seen {
  const live = state === "active" && visibility !== "group";
  const reads = live && there.includes(role);
  const stays = state !== "post removed" && state !== "home suspended";
  const belongs = atHome.includes(role) && !(role === "author" && state === "author left");
  const own = stays && belongs && (visibility !== "group" || role === "author");
  return {
    there: Number(reads),
    home: Number(own),
    everywhere: Number(reads || own),
    page: reads,
    row: Number(own),
    comments: live,
  };
}

/** Cells that differ from what is expected, in words. */
type Cell = [visibility: Visibility, state: string, role: Role, seen: unknown];

async function eachState(
  work: (db: Db, visibility: Visibility, state: string, share: string) => Promise<void>,
) {
  await planted(async (db) => {
    await db.query("delete from public.content_sharing");
    await db.query(
      "insert into public.tenant_users (tenant_id, user_id, status, display_name) values ($1, $2, 'active', 'carrier')",
      [meadow.id, carrier],
    );
    for (const visibility of visibilities) {
      for (const state of Object.keys(states)) {
        await undone(db, async () => work(db, visibility, state, await setUp(db, visibility, state)));
      }
    }
  });
}

test("every role reads a shared post where the rules say, in each state and for each audience", async () => {
  const got: Cell[] = [];
  const wanted: Cell[] = [];
  await eachState(async (db, visibility, state, share) => {
    for (const role of roles) {
      got.push([visibility, state, role, await as(db, tokenOf(people[role]), everythingSeen(share))]);
      wanted.push([visibility, state, role, expected(role, visibility, state)]);
    }
  });
  expect(got).toEqual(wanted);
  expect(wanted.filter(([, , , seen]) => (seen as Seen).there === 1)).toHaveLength(there.length * 2);
});

test("on a community's own host one reads what that community reads, and nothing of the other", async () => {
  const got: Cell[] = [];
  const wanted: Cell[] = [];
  await eachState(async (db, visibility, state, share) => {
    const call = `jsonb_build_object('there', ${feedOf(meadow.id)}, 'home', ${feedOf(harbour.id)},
      'page', public.shared_post('${meadow.id}', '${share}') is not null,
      'row', (select count(*)::integer from public.posts where id = '${post}'))`;
    for (const role of roles) {
      for (const host of [harbour, meadow]) {
        got.push([visibility, state, role, await as(db, tokenOf(people[role], host), call)]);
        const { there: reads, home, page } = expected(role, visibility, state);
        // Whoever does not belong reads there what visitors read.
        const open = visibility === "public" && !["post removed", "home suspended"].includes(state);
        const belongs = atHome.includes(role) && !(role === "author" && state === "author left");
        const own = belongs ? home : Number(open);
        wanted.push([
          visibility,
          state,
          role,
          host === meadow
            ? { there: reads, home: 0, page, row: 0 }
            : { there: 0, home: own, page: false, row: own },
        ]);
      }
    }
  });
  expect(got).toEqual(wanted);
});

test("visitors and what they carry away hold a shared post at its home alone", async () => {
  const got: unknown[] = [];
  const wanted: unknown[] = [];
  await eachState(async (db, visibility, state) => {
    for (const host of [harbour, meadow]) {
      const found = `jsonb_build_object(
        'feed', ${feedOf(host.id)},
        'outside', position('${post}' in coalesce(public.public_posts('${host.id}')::text, '')) > 0,
        'page', public.public_post('${host.id}', '${post}') is not null,
        'sitemap', position('${post}' in coalesce(public.community_sitemap('${host.id}')::text, '')) > 0)`;
      got.push([visibility, state, host.key, await as(db, visitorOf(host), found)]);
      const open =
        host === harbour && visibility === "public" && !["post removed", "home suspended"].includes(state);
      const page = open;
      wanted.push([visibility, state, host.key, { feed: Number(open), outside: open, page, sitemap: open }]);
    }
  });
  expect(got).toEqual(wanted);
});

test("who reads a shared post hears it there, and nobody else", async () => {
  const got: unknown[] = [];
  const wanted: unknown[] = [];
  await eachState(async (db, visibility, state) => {
    const [heard] = await rowsOf<{ by: Role[] }>(
      db,
      `select coalesce(array_agg(role order by place) filter (where private.may_hear_post(person, $1, $2)), '{}') as by
       from unnest($3::text[], $4::uuid[]) with ordinality x(role, person, place)`,
      [meadow.id, post, roles, roles.map((role) => people[role])],
    );
    got.push([visibility, state, heard?.by]);
    const live = state === "active" && visibility !== "group";
    wanted.push([visibility, state, live ? there : []]);
  });
  expect(got).toEqual(wanted);
});
