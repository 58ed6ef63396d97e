import { beforeAll, expect, it } from "vitest";
import { poolFor, sql, stackEnv } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";
import { mintToken } from "../stack/clients.ts";
import { connect, describeRealtime, embedded, hears, listen, send, tokenOf, versions } from "./listeners.ts";

let owner: Person;
let member: Person;
let stranger: Person;
let community: { id: string };
let secret: { id: string };
let feed: string;

beforeAll(async () => {
  [owner, member, stranger] = await Promise.all([createPerson(), createPerson(), createPerson()]);
  community = await createCommunity(owner);
  secret = await createCommunity(owner, { privacy: "secret" });
  await join(member, community.id);
  feed = `tenant:${community.id}:feed`;
});

async function write(author: Person, tenantId: string): Promise<string> {
  const row = { tenant_id: tenantId, author_id: author.id, visibility: "members", title: "x", body: "x" };
  const { data, error } = await dbOf(author).from("posts").insert(row).select("id").single();
  if (error) throw new Error(error.message);
  return data.id;
}

describeRealtime("joining", () => {
  it.each(versions)("is for those whom the policies admit (vsn %s)", async (vsn) => {
    const mine = await connect(await tokenOf(member), vsn);
    const theirs = await connect(await tokenOf(stranger), vsn);
    expect((await listen(mine, feed)).statuses).toEqual(["SUBSCRIBED"]);
    expect((await listen(mine, `user:${member.id}`)).statuses).toEqual(["SUBSCRIBED"]);
    for (const topic of [feed, `user:${member.id}`]) {
      const ear = await listen(theirs, topic);
      expect(ear.statuses[0]).toBe("CHANNEL_ERROR");
      expect(ear.reasons[0]).toContain(
        `You do not have permissions to read from this Channel topic: ${topic}`,
      );
    }
  });

  it("is for the posts that somebody reads", async () => {
    const [open, closed] = [await write(owner, community.id), await write(owner, secret.id)];
    const client = await connect(await tokenOf(member));
    const ofOwner = await connect(await tokenOf(owner));
    const secretTopic = `tenant:${secret.id}:post:${closed}`;
    expect((await listen(client, `tenant:${community.id}:post:${open}`)).statuses).toEqual(["SUBSCRIBED"]);
    expect((await listen(ofOwner, secretTopic)).statuses).toEqual(["SUBSCRIBED"]);
    expect((await listen(client, secretTopic)).statuses[0]).toBe("CHANNEL_ERROR");
    expect((await listen(client, `tenant:${community.id}:post:${closed}`)).statuses[0]).toBe("CHANNEL_ERROR");
  });

  it("of a community's host reaches that community alone", async () => {
    const client = await connect(await tokenOf(owner, { tenantId: community.id }));
    expect((await listen(client, feed)).statuses).toEqual(["SUBSCRIBED"]);
    expect((await listen(client, `tenant:${secret.id}:feed`)).statuses[0]).toBe("CHANNEL_ERROR");
    expect((await listen(client, `user:${owner.id}`)).statuses[0]).toBe("CHANNEL_ERROR");
  });

  it("tells a secret community from none in no way", async () => {
    const client = await connect(await tokenOf(stranger));
    const answers = [secret.id, crypto.randomUUID()].map(async (id) => {
      const ear = await listen(client, `tenant:${id}:feed`);
      return ear.reasons[0]?.replaceAll(id, "ID");
    });
    const [known, unknown] = await Promise.all(answers);
    expect(known).toBe(unknown);
  });

  it("needs a token of ours that holds, made for this", async () => {
    const claims = {
      role: "anon",
      scope: "realtime",
      listener: member.id,
      listener_session: member.sessionId,
    };
    const attempts = {
      held: await mintToken(claims),
      expired: await mintToken(claims, undefined, "-5s"),
      forged: await mintToken(claims, "another secret that is as long as it has to be"),
      network: await mintToken({ ...claims, scope: "network", role: "authenticated", sub: member.id }),
      unknown: await mintToken({ ...claims, listener_session: crypto.randomUUID() }),
    };
    const statuses = Object.entries(attempts).map(async ([name, token]) => {
      const ear = await listen(await connect(token), feed);
      return [name, ear.statuses[0]];
    });
    expect(Object.fromEntries(await Promise.all(statuses))).toEqual({
      ...{ held: "SUBSCRIBED", expired: "CHANNEL_ERROR", forged: "CHANNEL_ERROR" },
      ...{ network: "CHANNEL_ERROR", unknown: "CHANNEL_ERROR" },
    });
  });

  // A hosted project is told so in its Realtime settings; `supabase start` admits public channels.
  it.skipIf(!embedded)("is for private channels alone", async () => {
    const ear = await listen(await connect(await tokenOf(member)), feed, { private: false });
    expect(ear.reasons[0]).toBe("PrivateOnly: This project only allows private channels");
  });
});

describeRealtime("messages", () => {
  it.each(versions)("arrive once and in the order of their commits (vsn %s)", async (vsn) => {
    const ear = await listen(await connect(await tokenOf(member), vsn), feed);
    const client = await poolFor(stackEnv().DATABASE_URL).connect();
    try {
      await client.query("begin");
      await client.query("select realtime.send('{}', 'undone', $1)", [feed]);
      await client.query("rollback");
    } finally {
      client.release();
    }
    for (let n = 0; n < 60; n += 1) await send(feed, "count", { n });
    await sql(
      "select realtime.send(jsonb_build_object('n', 60 + n), 'count', $1) from generate_series(0, 59) n",
      [feed],
    );
    await send(feed, "end");
    await hears(ear, "end");
    const counts = ear.heard.filter(({ event }) => event === "count").map(({ payload }) => payload.n);
    expect(counts).toEqual(Array.from({ length: 120 }, (_, n) => n));
    expect(ear.heard.map(({ event }) => event)).not.toContain("undone");
  });

  it("of many senders at once are all there, once", async () => {
    const ear = await listen(await connect(await tokenOf(member)), feed);
    const names = Array.from({ length: 100 }, (_, n) => `m${n}`);
    await Promise.all(names.map((name) => send(feed, name)));
    await expect.poll(() => ear.heard.length, { timeout: 15_000 }).toBe(names.length);
    expect(ear.heard.map(({ event }) => event).sort()).toEqual([...names].sort());
  });

  it("carry what the database sent, with an id", async () => {
    const ear = await listen(await connect(await tokenOf(member)), feed);
    await send(feed, "post.created", { post: "p", text: "Ünïcode 日本語 🏝" });
    await hears(ear, "post.created");
    expect(ear.heard[0]?.payload).toEqual({ id: expect.any(String), post: "p", text: "Ünïcode 日本語 🏝" });
  });

  it("say how a row has changed", async () => {
    const ear = await listen(await connect(await tokenOf(member)), feed);
    const changed = (operation: string, level: string) =>
      sql(
        "select realtime.broadcast_changes($1, 'changed', $2, 'boats', 'public', row('new'), row('old'), $3)",
        [feed, operation, level],
      );
    await changed("UPDATE", "ROW");
    await hears(ear, "changed");
    expect(ear.heard[0]?.payload).toMatchObject({
      ...{ operation: "UPDATE", schema: "public", table: "boats" },
      ...{ record: { f1: "new" }, old_record: { f1: "old" } },
    });
    await expect(changed("TRUNCATE", "ROW")).rejects.toThrow("Unexpected operation type");
    await expect(changed("UPDATE", "STATEMENT")).rejects.toThrow("for each row");
  });

  it("reach their topic and no other", async () => {
    const client = await connect(await tokenOf(owner));
    const [here, there] = [await listen(client, feed), await listen(client, `tenant:${secret.id}:feed`)];
    await send(`tenant:${secret.id}:feed`, "hidden");
    await hears(there, "hidden");
    await send(feed, "shown");
    await hears(here, "shown");
    expect(here.heard.map(({ event }) => event)).toEqual(["shown"]);
    expect(there.heard.map(({ event }) => event)).toEqual(["hidden"]);
  });
});

describeRealtime("sending", () => {
  it.each(versions)("is for the database and the secret key, not for members (vsn %s)", async (vsn) => {
    const ear = await listen(await connect(await tokenOf(member)), feed);
    const speaking = await listen(await connect(await tokenOf(owner), vsn), feed, {
      broadcast: { self: true },
    });
    const server = await listen(await connect(stackEnv().SUPABASE_SECRET_KEY, vsn), feed, {
      broadcast: { ack: true },
    });
    await speaking.channel.send({ type: "broadcast", event: "of a member", payload: { n: 1 } });
    expect(await server.channel.send({ type: "broadcast", event: "of the server", payload: { n: 2 } })).toBe(
      "ok",
    );
    await hears(ear, "of the server");
    await hears(speaking, "of the server");
    expect(ear.heard).toEqual([{ event: "of the server", payload: { n: 2 } }]);
    expect(speaking.heard).toHaveLength(1);
    expect(server.heard).toEqual([]);
  });

  it("over HTTP is for the secret key, not for members", async () => {
    const ear = await listen(await connect(await tokenOf(member)), feed);
    const config = { config: { private: true } };
    const speaking = (await connect(await tokenOf(owner))).channel(feed, config);
    await speaking.httpSend("of a member", { n: 1 }).catch(() => undefined);
    const server = (await connect(stackEnv().SUPABASE_SECRET_KEY)).channel(feed, config);
    expect(await server.httpSend("of the server", { n: 2 })).toEqual({ success: true });
    await hears(ear, "of the server");
    expect(ear.heard).toEqual([{ event: "of the server", payload: { n: 2 } }]);
  });
});

describeRealtime("many channels", () => {
  it.skipIf(!embedded)("fit on one connection: two hundred", async () => {
    const row = "select $1, $2, 'members', 'x', 'x' from generate_series(1, 200) returning id";
    const posts = await sql<{ id: string }>(
      `insert into posts (tenant_id, author_id, visibility, title, body) ${row}`,
      [community.id, owner.id],
    );
    const client = await connect(await tokenOf(member));
    const topics = posts.map(({ id }) => `tenant:${community.id}:post:${id}`);
    const ears = await Promise.all(topics.map((topic) => listen(client, topic)));
    expect(new Set(ears.flatMap(({ statuses }) => statuses))).toEqual(new Set(["SUBSCRIBED"]));
    await sql("select realtime.send('{}', 'hello', t) from unnest($1::text[]) t", [topics]);
    await Promise.all(ears.map((ear) => hears(ear, "hello")));
    expect(ears.map(({ heard }) => heard.length)).toEqual(ears.map(() => 1));
    await ears[0]?.channel.unsubscribe();
    expect(ears[0]?.statuses.at(-1)).toBe("CLOSED");
    expect(ears[1]?.statuses.at(-1)).toBe("SUBSCRIBED");
  });
});
