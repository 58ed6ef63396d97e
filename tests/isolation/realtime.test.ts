import { expect, test } from "vitest";
import { type Actor, actorNames, actorOf, type Standing, standingOf } from "./engine/actors.ts";
import { callsWithIds, callsWithoutIds, namesIn, networkCalls } from "./engine/calls.ts";
import { type Community, cellar, grotto, harbour, idOf, meadow, personOf, posts } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { by, calling, planted } from "./engine/harness.ts";
import { probe } from "./engine/probe.ts";
import { tableProbes } from "./engine/tables.ts";
import { expectations } from "./expectations.ts";

const session = "5e551000-0000-7000-8000-000000000001";
const elsewhere = "5e551000-0000-7000-8000-000000000002";

type Listener = { person: string; bound?: Community; session?: string | null; host?: string; scope?: string };

function listening({ person, bound, session: used = session, host, scope = "realtime" }: Listener) {
  const claims = {
    role: "anon",
    scope,
    listener: person,
    listener_session: used,
    listener_tenant: bound?.id,
    listener_host: host,
  };
  return { role: "anon" as const, claims: JSON.stringify(claims) };
}

/** Signs a person in, as the owner of the schema. */
function signIn(person: string): string {
  return `insert into auth.users (id, email) values ('${person}', '${person}@fixture.test') on conflict (id) do nothing;
    insert into auth.sessions (id, user_id) values ('${session}', '${person}')`;
}

function hearing(who: Listener, topic: string, more = "") {
  return by(
    listening(who),
    "select coalesce(array_agg(distinct case extension when 'broadcast' then topic else extension end), '{}') from realtime.messages",
    {
      reads: true,
      before: `${signIn(who.person)};
        insert into realtime.messages (topic, extension, private) values ('${topic}', 'broadcast', true), ('${topic}', 'presence', true);
        select set_config('realtime.topic', '${topic}', true); ${more}`,
    },
  );
}

async function heard(db: Db, attempts: { who: Listener; topic: string; more?: string }[]): Promise<string[]> {
  const outcomes = await probe(
    db,
    attempts.map(({ who, topic, more }) => hearing(who, topic, more)),
  );
  return outcomes.map(({ state, seen }) => (state === "ok" ? seen.join() : state));
}

const feedOf = (at: Community) => `tenant:${at.id}:feed`;
const postIn = (at: Community, label: string) => `tenant:${at.id}:post:${idOf("post", at, label)}`;

function expected(s: Standing): string[] {
  if (!s.active) return [];
  const readable = expectations["public.posts"]?.select?.(s) ?? [];
  return [feedOf(s.at), ...readable.map((label) => postIn(s.at, label))];
}

test.each([harbour, meadow, cellar, grotto])(
  "a community's topics are heard by those who read them ($key)",
  async (at) => {
    const actors = actorNames
      .map((name) => actorOf(name, at, at === harbour ? meadow : harbour))
      .filter(({ me }) => me);
    const topics = [feedOf(at), ...posts.map(({ label }) => postIn(at, label))];
    const attempts = actors.flatMap(({ me, boundTo }) =>
      topics.map((topic) => ({ who: { person: me ?? "", bound: boundTo ?? undefined }, topic })),
    );
    const got = await planted((db) => heard(db, attempts));
    const wanted = actors.flatMap((actor) => {
      const open = expected(standingOf(actor, at, "own"));
      return topics.map((topic) => (open.includes(topic) ? topic : ""));
    });
    expect(got).toEqual(wanted);
    expect(wanted.filter(Boolean).length).toBeGreaterThan(0);
  },
);

test("what concerns a person is heard by that person, and not with a token of a community's host", async () => {
  const [me, other] = [personOf(harbour, "member"), personOf(harbour, "owner")];
  const topic = `user:${me}`;
  const got = await planted((db) =>
    heard(db, [
      { who: { person: me }, topic },
      { who: { person: other }, topic },
      { who: { person: me, bound: harbour }, topic },
      { who: { person: me }, topic: `user:${me}:more` },
      { who: { person: me }, topic: `user:${me.toUpperCase()}` },
    ]),
  );
  expect(got).toEqual([topic, "", "", "", ""]);
});

test("a token of one community's host hears that community alone", async () => {
  const person = personOf(harbour, "dual");
  const got = await planted((db) =>
    heard(db, [
      { who: { person }, topic: feedOf(meadow) },
      { who: { person, bound: harbour }, topic: feedOf(harbour) },
      { who: { person, bound: harbour }, topic: feedOf(meadow) },
      { who: { person, bound: harbour }, topic: postIn(meadow, "public") },
    ]),
  );
  expect(got).toEqual([feedOf(meadow), feedOf(harbour), "", ""]);
});

test("a page of a community's host listens as long as the session of that host lives", async () => {
  const who = { person: personOf(harbour, "member"), bound: harbour, host: elsewhere };
  const topic = feedOf(harbour);
  const open = (person: string, rest = "") =>
    `insert into private.host_sessions (id, token_hash, user_id, tenant_id, host, auth_session_id)
     values ('${elsewhere}', 'realtime', '${person}', '${harbour.id}', 'x', '${session}'); ${rest}`;
  const got = await planted((db) =>
    heard(db, [
      { who, topic, more: open(who.person) },
      { who, topic },
      { who, topic, more: open(personOf(harbour, "owner")) },
      { who, topic, more: open(who.person, "update private.host_sessions set revoked_at = now()") },
      { who, topic, more: open(who.person, "update private.host_sessions set expires_at = now()") },
    ]),
  );
  expect(got).toEqual([topic, "", "", "", ""]);
});

test("only a realtime token of a living sign-in listens, and to one well-formed topic", async () => {
  const person = personOf(harbour, "member");
  const topic = feedOf(harbour);
  const leave = `update public.tenant_users set status = 'removed' where tenant_id = '${harbour.id}' and user_id = '${person}'`;
  const got = await planted((db) =>
    heard(db, [
      { who: { person }, topic },
      ...["network", "community", "platform", "server", ""].map((scope) => ({
        who: { person, scope },
        topic,
      })),
      { who: { person, session: null }, topic },
      { who: { person, session: elsewhere }, topic },
      { who: { person: personOf(harbour, "owner"), session }, topic: "" },
      { who: { person }, topic, more: `delete from auth.sessions where id = '${session}'` },
      { who: { person }, topic, more: leave },
      {
        who: { person },
        topic,
        more: `update public.tenants set status = 'suspended' where id = '${harbour.id}'`,
      },
      { who: { person }, topic: `${postIn(harbour, "public")}:more` },
      { who: { person }, topic: `${topic}:more` },
      { who: { person }, topic: `${topic.toUpperCase()}` },
      { who: { person }, topic: `tenant:${harbour.id}` },
      { who: { person }, topic: `tenant:*:feed` },
      { who: { person }, topic: `tenant:${harbour.id}:post:${idOf("post", meadow, "public")}` },
    ]),
  );
  expect(got[0]).toBe(topic);
  expect(got.slice(1)).toEqual(got.slice(1).map(() => ""));
});

test("a post is heard in its own community, even by its author", async () => {
  const person = personOf(harbour, "dual");
  const note = "5e551000-0000-7000-8000-000000000003";
  const more = `insert into public.posts (tenant_id, id, author_id, visibility, title, body)
    values ('${meadow.id}', '${note}', '${person}', 'me', 'x', 'x')`;
  const topics = [meadow, harbour].map(({ id }) => `tenant:${id}:post:${note}`);
  const got = await planted((db) =>
    heard(
      db,
      topics.map((topic) => ({ who: { person }, topic, more })),
    ),
  );
  expect(got).toEqual([topics[0], ""]);
});

test("a topic that was asked for opens no other one's messages", async () => {
  const person = personOf(harbour, "member");
  const more = `insert into realtime.messages (topic, extension, private) values ('${feedOf(meadow)}', 'broadcast', true)`;
  const got = await planted((db) => heard(db, [{ who: { person }, topic: feedOf(harbour), more }]));
  expect(got).toEqual([feedOf(harbour)]);
});

test("nobody sends: not with a realtime token, nor with any other", async () => {
  const listener = listening({ person: personOf(harbour, "owner") });
  const actors = [listener, ...actorNames.map((name) => actorOf(name, harbour, meadow))];
  const sends = (topic: string) => [
    `insert into realtime.messages (topic, extension, event, payload, private) values ('${topic}', 'broadcast', 'x', '{}', true)`,
    `insert into realtime.messages (topic, extension, private) values ('${topic}', 'presence', true)`,
  ];
  const before = `${signIn(personOf(harbour, "owner"))}; select set_config('realtime.topic', '${feedOf(harbour)}', true)`;
  const outcomes = await planted((db) =>
    probe(
      db,
      actors.flatMap((actor) => sends(feedOf(harbour)).map((sql) => by(actor, sql, { before }))),
    ),
  );
  expect(new Set(outcomes.map(({ state }) => state))).toEqual(new Set(["42501"]));
});

test("a realtime token reads, changes and calls no more than nobody at all", async () => {
  const nobody = { role: "anon" as const, claims: "" };
  const owner = actorOf("owner", harbour, meadow);
  const calls = [
    ...Object.values(callsWithIds).map((call) => call(namesIn(harbour))),
    ...callsWithoutIds.map((name) => `public.${name}(${name === "set_my_avatar" ? "null" : ""})`),
    ...networkCalls,
  ];
  const tables = Object.entries(tableProbes);
  const tries = (actor: Pick<Actor, "role" | "claims">) => [
    ...calls.map((call) => calling(actor, call)),
    ...tables.flatMap(([table, { key }]) => [
      by(actor, `select array_agg((${key})::text) from ${table}`, { reads: true }),
      by(actor, `delete from ${table}`),
    ]),
  ];
  const [none, network, host] = await planted(async (db) => [
    await probe(db, tries(nobody)),
    await probe(db, tries(listening({ person: owner.me ?? "" }))),
    await probe(db, tries(listening({ person: owner.me ?? "", bound: harbour }))),
  ]);
  expect(network).toEqual(none);
  expect(host).toEqual(none);
  const seen = await planted((db) => probe(db, tries(owner)));
  expect(
    seen.filter(({ state, count }, at) => state === "ok" && count !== none?.[at]?.count).length,
  ).toBeGreaterThan(20);
});

test("whoever may have lost a place is asked about anew", async () => {
  const triggers = await planted((db) =>
    rowsOf<{ name: string }>(
      db,
      `select tgrelid::regclass || ' ' || tgname as name from pg_trigger
       where tgfoid in ('private.recheck_listeners'::regproc, 'private.recheck_ended_shares'::regproc) order by 1`,
    ),
  );
  expect(triggers.map(({ name }) => name)).toEqual([
    "community_connections community_connections_end_rechecks",
    "content_sharing content_sharing_end_rechecks",
    "content_sharing content_sharing_leave_rechecks",
    "group_members group_members_leave_rechecks",
    "tenant_users tenant_users_leave_rechecks",
    "tenants tenants_pause_rechecks",
  ]);
});
