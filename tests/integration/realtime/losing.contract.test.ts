import { beforeAll, expect, it } from "vitest";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";
import { mintToken } from "../stack/clients.ts";
import {
  type Client,
  comesTo,
  connect,
  describeRealtime,
  type Ear,
  embedded,
  hears,
  listen,
  send,
  tokenOf,
} from "./listeners.ts";

let owner: Person;
let community: { id: string };
let feed: string;

beforeAll(async () => {
  owner = await createPerson();
  community = await createCommunity(owner);
  feed = `tenant:${community.id}:feed`;
});

/** A new member who listens, and somebody else who goes on listening. */
async function twoListeners(): Promise<{ person: Person; client: Client; ear: Ear; control: Ear }> {
  const person = await createPerson();
  await join(person, community.id);
  const client = await connect(await tokenOf(person));
  const ear = await listen(client, feed);
  const control = await listen(await connect(await tokenOf(owner)), feed);
  expect([ear.statuses, control.statuses]).toEqual([["SUBSCRIBED"], ["SUBSCRIBED"]]);
  return { person, client, ear, control };
}

/** A full Supabase looks again when a token is renewed; the embedded gateway when the database says so. */
async function lookAgain(client: Client, person: Person): Promise<void> {
  if (!embedded) await client.renew(await tokenOf(person));
}

/** A token that holds for so many seconds. */
function shortToken({ id, sessionId }: Person, seconds: number): Promise<string> {
  const claims = { role: "anon", scope: "realtime", listener: id, listener_session: sessionId };
  return mintToken(claims, undefined, `${seconds}s`);
}

describeRealtime("a token", () => {
  it("that has had its time closes the channel and says so", async () => {
    const ear = await listen(await connect(await shortToken(owner, 2)), feed);
    expect(ear.statuses).toEqual(["SUBSCRIBED"]);
    await comesTo(ear, "CLOSED");
    expect(ear.system).toEqual([
      {
        extension: "system",
        status: "error",
        channel: feed,
        message: expect.stringMatching(/^Token has expired \d+ seconds ago$/),
      },
    ]);
    await send(feed, "late");
    const after = await listen(await connect(await tokenOf(owner)), feed);
    await send(feed, "later");
    await hears(after, "later");
    expect(ear.heard).toEqual([]);
  });

  it("that is renewed in time keeps it", async () => {
    const client = await connect(await shortToken(owner, 3));
    const ear = await listen(client, feed);
    const ending = await listen(await connect(await shortToken(owner, 3)), feed);
    await client.renew(await tokenOf(owner));
    await comesTo(ending, "CLOSED");
    await send(feed, "still there");
    await hears(ear, "still there");
    expect([ear.statuses, ear.system]).toEqual([["SUBSCRIBED"], []]);
  });

  it("that is renewed by one that may not listen closes it", async () => {
    const client = await connect(await tokenOf(owner));
    const ear = await listen(client, feed);
    await client.renew(await tokenOf(await createPerson()));
    await comesTo(ear, "CLOSED");
    expect(ear.system[0]?.message).toBe(
      `You no longer have permission to read from this Channel topic: ${feed}`,
    );
  });

  it.each(["nonsense", "a.b.c"])("that is %s closes it", async (token) => {
    const client = await connect(await tokenOf(owner));
    const ear = await listen(client, feed);
    await client.renew(token);
    await comesTo(ear, "CLOSED");
    expect(ear.system[0]?.status).toBe("error");
  });
});

describeRealtime("who loses a place", () => {
  it("hears nothing that is said after that, and learns why", async () => {
    const { person, client, ear, control } = await twoListeners();
    const { error } = await dbOf(owner).rpc("set_member", {
      ...{ p_tenant: community.id, p_user: person.id, p_role: "member", p_status: "suspended" },
    });
    expect(error).toBeNull();
    await lookAgain(client, person);
    if (!embedded) await comesTo(ear, "CLOSED");
    await send(feed, "after");
    await hears(control, "after");
    await comesTo(ear, "CLOSED");
    expect(ear.heard).toEqual([]);
    expect(ear.system[0]?.message).toBe(
      `You no longer have permission to read from this Channel topic: ${feed}`,
    );
    expect((await listen(client, feed)).statuses[0]).toBe("CHANNEL_ERROR");
  });

  it("keeps the channels of other communities", async () => {
    const { person, client, ear } = await twoListeners();
    const other = await createCommunity(person);
    const kept = await listen(client, `tenant:${other.id}:feed`);
    const { error } = await dbOf(person).rpc("leave_community", { p_tenant: community.id });
    expect(error).toBeNull();
    await lookAgain(client, person);
    await comesTo(ear, "CLOSED");
    await send(`tenant:${other.id}:feed`, "here");
    await hears(kept, "here");
    expect(kept.statuses).toEqual(["SUBSCRIBED"]);
  });

  it("in a group loses its posts alone", async () => {
    const { person, client, ear } = await twoListeners();
    const [group] = await sql<{ id: string }>(
      "insert into groups (tenant_id, name, owner_id) values ($1, 'G', $2) returning id",
      [community.id, owner.id],
    );
    await sql("insert into group_members (tenant_id, group_id, user_id) values ($1, $2, $3)", [
      community.id,
      group?.id,
      person.id,
    ]);
    const [post] = await sql<{ id: string }>(
      `insert into posts (tenant_id, author_id, visibility, group_id, title, body)
       values ($1, $2, 'group', $3, 'x', 'x') returning id`,
      [community.id, owner.id, group?.id],
    );
    const topic = `tenant:${community.id}:post:${post?.id}`;
    const inGroup = await listen(client, topic);
    expect(inGroup.statuses).toEqual(["SUBSCRIBED"]);
    await sql("delete from group_members where tenant_id = $1 and user_id = $2", [community.id, person.id]);
    await lookAgain(client, person);
    await comesTo(inGroup, "CLOSED");
    await send(feed, "for all");
    await hears(ear, "for all");
  });

  it("signed out everywhere, hears no more", async () => {
    const { person, client, ear } = await twoListeners();
    await sql("delete from auth.sessions where id = $1", [person.sessionId]);
    await lookAgain(client, person);
    await comesTo(ear, "CLOSED", 25_000);
  });
});
