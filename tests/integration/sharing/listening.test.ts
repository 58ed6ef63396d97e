import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { poolFor, sql, stackEnv } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";
import {
  comesTo,
  connect,
  describeRealtime,
  embedded,
  hears,
  listen,
  send,
  tokenOf,
} from "../realtime/listeners.ts";

let owner: Person;
let author: Person;
let reader: Person;
let home: { id: string; slug: string };
let away: { id: string; slug: string };

async function rpc(who: Person, name: string, args: Record<string, unknown>): Promise<unknown> {
  const { data, error } = await dbOf(who).rpc(name as "share_post", args as never);
  if (error) throw new Error(`${name}: ${error.message}`);
  return data;
}

beforeAll(async () => {
  [owner, author, reader] = await Promise.all([createPerson(), createPerson(), createPerson()]);
  [home, away] = [await createCommunity(owner), await createCommunity(owner)];
  for (const { id } of [home, away]) await join(author, id);
  await join(reader, away.id);
});

beforeEach(async () => {
  await rpc(owner, "propose_connection", { p_tenant: home.id, p_slug: away.slug }).catch(() => null);
  await rpc(owner, "answer_connection", { p_tenant: away.id, p_with: home.id, p_accept: true }).catch(
    () => null,
  );
});

async function sharePost(): Promise<{ post: string; share: string }> {
  const post = randomUUID();
  const { error } = await dbOf(author)
    .from("posts")
    .insert({ tenant_id: home.id, id: post, author_id: author.id, visibility: "members", body: "Tides" });
  if (error) throw new Error(error.message);
  const given = (await rpc(author, "share_post", {
    p_tenant: home.id,
    p_post: post,
    p_target: away.id,
    p_consent: 1,
    p_locale: "en",
  })) as { id: string };
  return { post, share: given.id };
}

const ENDS: Readonly<Record<string, (share: string) => Promise<unknown>>> = {
  "its author takes it back": (share) => rpc(author, "revoke_share", { p_tenant: home.id, p_share: share }),
  "the connection is paused": () =>
    rpc(owner, "pause_connection", { p_tenant: away.id, p_with: home.id, p_paused: true }),
  "the other community takes none any more": () =>
    sql("update public.tenants set sharing_in = 'nobody' where id = $1", [away.id]),
};

describeRealtime("the lane of a shared post", () => {
  it.each(Object.entries(ENDS))("is heard by its readers until %s", async (_name, end) => {
    await sql("update public.tenants set sharing_in = 'connected' where id = $1", [away.id]);
    await rpc(owner, "pause_connection", { p_tenant: away.id, p_with: home.id, p_paused: false });
    const { post, share } = await sharePost();
    const client = await connect(await tokenOf(reader));
    const ear = await listen(client, `tenant:${away.id}:post:${post}`);
    const control = await listen(client, `tenant:${away.id}:feed`);
    // Whoever reads it elsewhere does not hear it at its home, nor anybody of its home elsewhere.
    const foreign = await listen(client, `tenant:${home.id}:post:${post}`);
    expect([ear, control, foreign].map(({ statuses }) => statuses)).toEqual([
      ["SUBSCRIBED"],
      ["SUBSCRIBED"],
      ["CHANNEL_ERROR"],
    ]);
    await send(`tenant:${away.id}:post:${post}`, "comment");
    await hears(ear, "comment");
    await end(share);
    // A full Supabase looks again when a token is renewed; the embedded gateway when the database says so.
    if (!embedded) await client.renew(await tokenOf(reader));
    await comesTo(ear, "CLOSED");
    expect(control.statuses).toEqual(["SUBSCRIBED"]);
    const again = await listen(await connect(await tokenOf(reader)), `tenant:${away.id}:post:${post}`);
    expect(again.statuses).toEqual(["CHANNEL_ERROR"]);
  });
});

const notices: string[] = [];
const ear = poolFor(stackEnv().DATABASE_URL).connect();
afterAll(async () => (await ear).release(true));

it("many shares that end at once wake the listeners once", async () => {
  const client = await ear;
  client.on("notification", ({ channel }) => notices.push(channel));
  await client.query("listen realtime_recheck");
  await sql("update public.tenants set sharing_in = 'connected' where id = $1", [away.id]);
  const shares = await Promise.all(Array.from({ length: 4 }, sharePost));
  await client.query("select 1");
  notices.length = 0;
  expect(await rpc(owner, "end_connection", { p_tenant: home.id, p_with: away.id })).toBeGreaterThanOrEqual(
    shares.length,
  );
  await client.query("select 1");
  expect(notices).toEqual(["realtime_recheck"]);
});
