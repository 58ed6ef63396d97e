import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { followUnread } from "@/lib/inbox/client";
import { markRead } from "@/lib/inbox/mutations";
import { getInbox, getInboxCounts } from "@/lib/inbox/queries";
import { createChannelClient } from "@/lib/realtime/client";
import { Hub, type LiveMessage } from "@/lib/realtime/hub";
import type { LiveState } from "@/lib/realtime/rules";
import { sql, stackEnv } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";
import { readLog } from "../read-log.ts";
import { describeRealtime } from "../realtime/listeners.ts";
import { mintToken } from "../stack/clients.ts";

let author: Person;
let reader: Person;
let community: { id: string };
let post: string;

beforeAll(async () => {
  [author, reader] = [await createPerson("Author"), await createPerson("Reader")];
  community = await createCommunity(author);
  await join(reader, community.id);
});

beforeEach(async () => {
  await readLog("notifications");
  await writePost();
});

async function writePost(): Promise<void> {
  post = randomUUID();
  const { error } = await dbOf(author).from("posts").insert({
    tenant_id: community.id,
    id: post,
    author_id: author.id,
    visibility: "members",
    body: "Tides",
  });
  if (error) throw new Error(error.message);
}

const PROJECT = "select private.project_notifications() as done";

async function project(): Promise<void> {
  await sql(PROJECT);
}

async function answer(db = dbOf(reader)): Promise<string> {
  const id = randomUUID();
  const { error } = await db
    .from("post_comments")
    .insert({ tenant_id: community.id, id, post_id: post, author_id: reader.id, body: "Yes" } as never);
  if (error) throw new Error(error.message);
  return id;
}

const written = () =>
  sql<{ comment_id: string }>("select comment_id from public.notifications where post_id = $1", [post]);

/** A connection of its own, which the test may end at any moment. */
async function ownConnection(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: stackEnv().DATABASE_URL });
  client.on("error", () => undefined);
  await client.connect();
  onTestFinished(() => client.end().catch(() => undefined));
  return client;
}

test("a worker that is killed between log and inbox loses nothing and doubles nothing", async () => {
  await answer();
  const worker = await ownConnection();
  await worker.query("begin");
  await worker.query(PROJECT);
  expect(
    (await worker.query("select 1 from public.notifications where post_id = $1", [post])).rows,
  ).toHaveLength(1);
  const { rows } = await worker.query<{ pid: number }>("select pg_backend_pid() as pid");
  await sql("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await expect(worker.query("commit")).rejects.toThrow();
  expect(await written()).toEqual([]);
  await Promise.all([project(), project(), project()]);
  await project();
  expect(await written()).toHaveLength(1);
  // Begun anew from nothing, the log says the same.
  await sql("update private.event_consumers set txid = '0', seq = 0 where name = 'notifications'");
  await project();
  expect(await written()).toHaveLength(1);
});

test("what a slow transaction writes is not passed over", async () => {
  const slow = await ownConnection();
  await slow.query("begin");
  await slow.query("select set_config('request.jwt.claims', $1, true)", [
    JSON.stringify({ role: "authenticated", sub: reader.id, scope: "network" }),
  ]);
  const id = randomUUID();
  await slow.query(
    "insert into public.post_comments (tenant_id, id, post_id, author_id, body) values ($1, $2, $3, $4, 'Late')",
    [community.id, id, post, reader.id],
  );
  const quick = await answer();
  await project();
  await slow.query("commit");
  await project();
  expect((await written()).map((row) => row.comment_id).sort()).toEqual([id, quick].sort());
});

const removeComment =
  "update public.post_comments set deleted_at = now(), removed_by = 'author', body = '' where id = $1";
const known = () =>
  sql<{ known: boolean }>(
    "select known_stream is not null as known from public.notifications where post_id = $1 and is_latest",
    [post],
  );
async function unread(): Promise<number> {
  const counts = await getInboxCounts(dbOf(author));
  return counts.find(({ tenant_id }) => tenant_id === community.id)?.unread ?? -1;
}

test("a text that is removed while the worker writes of it counts no longer, whoever comes first", async () => {
  await sql("delete from public.notifications where user_id = $1", [author.id]);
  const remover = await ownConnection();
  const late = await answer();
  await remover.query("begin");
  await remover.query(removeComment, [late]);
  // The removal is not to be seen yet, so nothing is taken as known.
  await project();
  expect(await known()).toEqual([{ known: false }]);
  expect(await unread()).toBe(1);
  await remover.query("commit");
  expect(await unread()).toBe(0);

  await writePost();
  const early = await answer();
  const worker = await ownConnection();
  await worker.query("begin");
  await worker.query(PROJECT);
  const removal = remover.query(removeComment, [early]);
  await worker.query("commit");
  await removal;
  expect(await known()).toEqual([{ known: false }]);
  expect(await unread()).toBe(0);
});

/** A page of somebody: their hub, with tokens of three seconds, so that it loses its connection soon. */
function pageOf({ id, sessionId }: Person) {
  const states: LiveState[] = [];
  const messages: LiveMessage[] = [];
  const hub = new Hub({
    fetchTicket: async () => {
      const claims = { role: "anon", scope: "realtime", listener: id, listener_session: sessionId };
      const token = await mintToken(claims, undefined, "3s");
      return { url: stackEnv().SUPABASE_URL, key: stackEnv().SUPABASE_PUBLISHABLE_KEY, token, seconds: 3 };
    },
    connect: createChannelClient,
    now: Date.now,
    chance: () => 0,
  });
  const store = followUnread(
    id,
    async () => ({ communities: await getInboxCounts(dbOf({ id, sessionId, email: "" })) }),
    (topic, onMessage, onState) =>
      hub.listen(topic, {
        onMessage: (message) => {
          messages.push(message);
          onMessage(message);
        },
        onState: (state) => {
          states.push(state);
          onState(state);
        },
      }),
  );
  onTestFinished(store.subscribe(() => undefined));
  return { store, states, messages };
}

const until = (state: () => unknown) => expect.poll(state, { timeout: 20_000 });

/** How often the author's pages were told that their inbox changed. */
async function timesTold(): Promise<number> {
  const topic = `user:${author.id}`;
  const rows = await sql("select 1 from realtime.messages where topic = $1 and event = 'inbox'", [topic]);
  return rows.length;
}

describeRealtime("an open page", () => {
  test("hears that something changed, and catches up with what came while its connection was lost", async () => {
    await sql("delete from public.notifications where user_id = $1", [author.id]);
    const { store, states, messages } = pageOf(author);
    await until(() => states).toEqual(["live"]);
    await until(store.read).toBe(0);
    await answer();
    await project();
    await until(store.read).toBe(1);
    // It says that something changed, and nothing of what.
    expect(messages[0]).toMatchObject({ event: "inbox" });
    expect(Object.keys(messages[0]?.payload ?? {}).filter((key) => key !== "id")).toEqual([]);
    await until(() => states).toEqual(["live", "lost"]);
    await writePost();
    await answer();
    await project();
    await until(() => states.at(-1)).toBe("live");
    await until(store.read).toBe(2);
  });

  test("is told of nothing by a community that its person left", async () => {
    await answer();
    await project();
    const db = dbOf(author);
    const { items, until: moment } = await getInbox(db, { filter: "all" });
    expect(items[0]).toMatchObject({ kind: "reply", unread: true, post: { id: post } });
    await answer();
    await project();
    // Read until the moment of that page: what came since stays unread.
    expect(await markRead({ db }, { until: moment })).toBeGreaterThanOrEqual(0);
    expect((await getInbox(db, { filter: "all" })).items[0]).toMatchObject({ unread: true, count: 2 });
    await sql("update public.tenant_users set status = 'removed', left_at = now() where user_id = $1", [
      author.id,
    ]);
    expect(await getInbox(db, { filter: "all" })).toMatchObject({ items: [], communities: [] });
    await answer();
    const told = await timesTold();
    await project();
    expect(await sql("select 1 from public.notifications where post_id = $1", [post])).toEqual([]);
    // Once, of the loss itself: what the page shows still is to be read anew.
    expect(await timesTold()).toBe(told + 1);
    await sql("update public.tenant_users set status = 'active', left_at = null where user_id = $1", [
      author.id,
    ]);
    await project();
    expect(await timesTold()).toBe(told + 2);
  });
});
