import { expect, test } from "vitest";
import { as, at, tokenOf, type Who } from "./engine/acts.ts";
import { cellar, grotto, harbour, idOf, meadow, personOf } from "./engine/cast.ts";
import { rowsOf, undone } from "./engine/db.ts";
import {
  comment,
  counts,
  dual,
  fresh,
  inbox,
  kinds,
  moderator,
  naming,
  project,
  quiet,
  travel,
} from "./engine/inbox.ts";

test("whoever reads a post has read what the inbox says of it there, until that moment and of nothing else", async () => {
  await fresh(async (db) => {
    const other = idOf("post", harbour, "travel");
    await comment(db, "member", { post: quiet });
    await comment(db, "member", { post: other, body: naming("moderator") });
    await project(db);
    await db.query("update public.notifications set created_at = created_at - interval '1 hour'");
    const notices = async (post: string) =>
      (
        (await as<{ notices: boolean }>(
          db,
          at("moderator", harbour, true),
          `public.post_page('${harbour.id}', '${post}')`,
        )) as { notices: boolean }
      ).notices;
    const read = (who: Who, upTo: string) =>
      as(db, who, `public.read_post_notices('${harbour.id}', '${quiet}', ${upTo})::text`);
    expect([await notices(quiet), await notices(other)]).toEqual([true, true]);
    // Another person, another community, an earlier moment: nothing.
    await read(at("owner", harbour), "now()");
    await read(at("moderator", meadow, true), "now()");
    await read(moderator, "now() - interval '2 hours'");
    expect(await counts(db, moderator)).toEqual({ unread: 2, mentions: 1 });
    await comment(db, "admin", { post: quiet });
    await project(db);
    await read(at("moderator", harbour, true), "now() - interval '30 minutes'");
    // What came since the page was made stays unread, and speaks alone.
    expect((await inbox(db, moderator)).items.find(({ kind }) => kind === "reply")).toMatchObject({
      unread: true,
      count: 1,
      people: [{ name: "admin" }],
    });
    await read(at("moderator", harbour, true), "now()");
    expect([await notices(quiet), await notices(other)]).toEqual([false, true]);
    expect(await counts(db, moderator)).toEqual({ unread: 1, mentions: 1 });
  });
});

test("counts are exact up to ninety-nine, however much besides may not be seen", async () => {
  await fresh(async (db) => {
    const answer = await comment(db, "member", { post: quiet });
    await project(db);
    const lines = (kind: string, many: number, other = "") =>
      db.query(
        `insert into public.notifications (tenant_id, user_id, kind, actor_id, post_home, post_id, comment_id, cause_id,
           group_key, created_at)
         select n.tenant_id, n.user_id, $1, n.actor_id, n.post_home, n.post_id, n.comment_id, gen_random_uuid(),
           $1 || gen_random_uuid(), n.created_at ${other}
         from public.notifications n, generate_series(1, $2::integer) where n.cause_id = $3`,
        [kind, many, answer],
      );
    await lines("reply", 60);
    expect(await counts(db, moderator)).toEqual({ unread: 61, mentions: 0 });
    // A hundred newer lines of which nothing may be seen: nobody is named in that text.
    await lines("mention", 150, "+ interval '1 minute'");
    expect(await counts(db, moderator)).toEqual({ unread: 61, mentions: 0 });
    await lines("reply", 60);
    expect(await counts(db, moderator)).toEqual({ unread: 100, mentions: 0 });
  });
});

test("a lane speaks to its own people, and falls silent with the grant", async () => {
  await fresh(async (db) => {
    const given = await as<{ id: string }>(
      db,
      dual,
      `public.share_post('${harbour.id}', '${travel}', '${meadow.id}', 'comment', 1, 'en')`,
    );
    if (typeof given === "string") throw new Error(given);
    const lane = { post: travel, in: meadow, laneOf: harbour };
    const first = await comment(db, "member", lane);
    await comment(db, "admin", { ...lane, parent: first, body: naming("owner", meadow) });
    await project(db);
    for (const who of ["member", "owner"] as const) {
      const [card] = (await inbox(db, at(who, meadow))).items;
      expect(card).toMatchObject({ tenant_id: meadow.id, share_id: given.id, post: { id: travel } });
    }
    // The author belongs there too.
    expect(await kinds(db, dual)).toEqual(["reply"]);
    await undone(db, async () => {
      await as(db, dual, `public.revoke_share('${harbour.id}', '${given.id}')::text`);
      expect(await kinds(db, at("member", meadow))).toEqual([]);
      expect((await counts(db, at("member", meadow), meadow)).unread).toBe(0);
    });
    await db.query(
      "update public.community_connections set paused_there = true where tenant_id = $1 and state = 'accepted'",
      [harbour.id],
    );
    expect(await kinds(db, at("member", meadow))).toEqual([]);
  });
});

test("a share tells its author, who asked, and who decides, each what is theirs", async () => {
  await fresh(async (db) => {
    await db.query("update public.tenants set sharing_review = 'all' where id = $1", [meadow.id]);
    // Somebody of both communities who did not write the post.
    const post = idOf("post", harbour, "members");
    const asked = await as<{ id: string }>(
      db,
      dual,
      `public.share_post('${harbour.id}', '${post}', '${meadow.id}', 'view')`,
    );
    if (typeof asked === "string") throw new Error(asked);
    await project(db);
    const author = at("admin", harbour);
    expect((await inbox(db, author, "public.my_notifications('requests')")).items).toMatchObject([
      { kind: "share_asked", share_id: asked.id },
    ]);
    await as(db, author, `public.answer_share('${harbour.id}', '${asked.id}', true, 1, 'en')`);
    await project(db);
    expect(await kinds(db, author)).toEqual([]);
    expect((await inbox(db, dual)).items).toMatchObject([{ kind: "share_answered", outcome: "agreed" }]);
    expect(await kinds(db, at("member", meadow))).toEqual([]);
    expect(await kinds(db, at("moderator", meadow))).toEqual(["share_waiting"]);
    await as(db, at("moderator", meadow, true), `public.review_share('${meadow.id}', '${asked.id}', true)`);
    await project(db);
    expect(await kinds(db, at("moderator", meadow))).toEqual([]);
    expect(await kinds(db, author)).toEqual(["share_shown"]);
    expect((await inbox(db, dual)).items).toMatchObject([{ kind: "share_answered", outcome: "shown" }]);
    await as(db, at("moderator", meadow, true), `public.revoke_share('${meadow.id}', '${asked.id}')::text`);
    await project(db);
    const [revoked, ...rest] = (await inbox(db, author)).items;
    expect(rest).toEqual([]);
    // Whoever took it back there is nobody here.
    expect(revoked).toMatchObject({ kind: "share_revoked", people: [], share_id: asked.id });
  });
});

test("connections and requests to join reach those who decide", async () => {
  await fresh(async (db) => {
    await as(db, at("owner", harbour, true), `public.end_connection('${harbour.id}', '${meadow.id}')`);
    await project(db);
    await db.query("delete from public.notifications");
    const ask = `public.propose_connection('${harbour.id}', 'fixture-meadow')`;
    expect(await as(db, at("owner", harbour, true), ask)).toBe(meadow.id);
    await project(db);
    for (const who of ["owner", "admin"] as const)
      expect(await kinds(db, at(who, meadow))).toEqual(["connection_proposed"]);
    for (const who of ["moderator", "member"] as const) expect(await kinds(db, at(who, meadow))).toEqual([]);
    expect(await kinds(db, at("admin", harbour))).toEqual([]);
    await as(
      db,
      at("admin", meadow, true),
      `public.answer_connection('${meadow.id}', '${harbour.id}', true)::text`,
    );
    await project(db);
    expect(await kinds(db, at("admin", meadow))).toEqual([]);
    expect(await kinds(db, at("admin", harbour))).toEqual(["connection_accepted"]);
    await as(db, at("admin", harbour, true), `public.end_connection('${harbour.id}', '${meadow.id}')`);
    await project(db);
    expect(await kinds(db, at("owner", harbour))).toEqual(["connection_ended"]);
    expect(await kinds(db, at("owner", meadow))).toEqual(["connection_ended"]);

    await db.query("update public.tenants set join_policy = 'request' where id = $1", [cellar.id]);
    const outsider = tokenOf(personOf(cellar, "outsider"));
    expect(await as(db, outsider, `public.join_community('${cellar.id}')`)).toBe("requested");
    await project(db);
    expect(await kinds(db, at("moderator", cellar))).toEqual(["member_request"]);
    expect(await kinds(db, at("member", cellar))).toEqual([]);
    await as(
      db,
      at("moderator", cellar, true),
      `public.set_member('${cellar.id}', '${personOf(cellar, "outsider")}', null, 'active')`,
    );
    await project(db);
    expect(await kinds(db, at("moderator", cellar))).toEqual([]);
    expect(await kinds(db, outsider)).toEqual(["member_approved"]);
  });
});

test("pages follow one another without a gap, in each filter; a muted community is silent", async () => {
  await fresh(async (db) => {
    const posts = ["public", "travel", "members", "quiet"].map((label) => idOf("post", harbour, label));
    for (const post of posts) await comment(db, "member", { post, body: naming("dual") });
    await comment(db, "member", {
      post: idOf("post", meadow, "quiet"),
      in: meadow,
      body: naming("dual", meadow),
    });
    await project(db);
    const walk = async (filter: string, slug: string) => {
      const seen: string[] = [];
      let cursor = "null, null";
      for (;;) {
        const page = await inbox(db, dual, `public.my_notifications('${filter}', ${slug}, ${cursor}, 2)`);
        seen.push(...page.items.map((item) => item.id));
        if (!page.next) return seen;
        cursor = `'${page.next.at}', '${page.next.id}'`;
      }
    };
    for (const filter of ["all", "mentions"]) {
      expect(new Set(await walk(filter, "null")).size).toBe(5);
      expect(await walk(filter, "null")).toHaveLength(5);
      expect(await walk(filter, "'fixture-meadow'")).toHaveLength(1);
    }
    expect(await walk("requests", "null")).toEqual([]);
    expect(await as(db, dual, "public.my_notifications('everything')")).toBe("invalid:filter");
    await as(db, dual, `public.mute_notifications('${harbour.id}', 'hour')::text`);
    expect(await walk("all", "null")).toHaveLength(1);
    expect(await walk("all", "'fixture-harbour'")).toHaveLength(4);
    expect((await counts(db, dual)).unread).toBe(0);
    expect(await as(db, dual, `public.mute_notifications('${grotto.id}', 'good')::text`)).not.toMatch(
      /not_found/,
    );
    const stranger = tokenOf(personOf(grotto, "outsider"));
    expect(await as(db, stranger, `public.mute_notifications('${grotto.id}', 'good')::text`)).toBe(
      "not_found:community",
    );
    await as(db, dual, `public.mute_notifications('${harbour.id}')::text`);
    await as(db, dual, `public.mark_notifications_read(null, '${harbour.id}', now())`);
    expect(await counts(db, dual)).toEqual({ unread: 0, mentions: 0 });
    expect(await counts(db, dual, meadow)).toEqual({ unread: 1, mentions: 1 });
  });
});

test("its person's pages are told of it, and of nothing in it", async () => {
  await fresh(async (db) => {
    const told = () =>
      rowsOf<{ topic: string; payload: object }>(
        db,
        "select topic, payload - 'id' as payload from realtime.messages where event = 'inbox' order by topic",
      );
    await db.query("delete from realtime.messages");
    await comment(db, "member", { post: quiet });
    await comment(db, "admin", { post: quiet });
    await project(db);
    const mine = { topic: `user:${personOf(harbour, "moderator")}`, payload: {} };
    expect(await told()).toEqual([mine]);
    await as(db, moderator, "public.mark_notifications_read(p_until => now())");
    expect(await told()).toEqual([mine, mine]);
  });
});
