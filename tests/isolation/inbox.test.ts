import { expect, test } from "vitest";
import { as, at, tokenOf, type Who } from "./engine/acts.ts";
import { harbour, idOf, meadow, personOf } from "./engine/cast.ts";
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
} from "./engine/inbox.ts";

test("a reply reaches whom it answers, a mention whom it names, and nobody twice", async () => {
  await fresh(async (db) => {
    const first = await comment(db, "member", { post: quiet });
    await comment(db, "admin", {
      post: quiet,
      parent: first,
      body: `${naming("member")} ${naming("owner")}`,
    });
    // To oneself, and to somebody who is suspended.
    await comment(db, "moderator", { post: quiet, body: `${naming("moderator")} ${naming("suspended")}` });
    await project(db);
    const [reply] = (await inbox(db, moderator)).items;
    expect(reply).toMatchObject({
      kind: "reply",
      unread: true,
      count: 1,
      post: { id: quiet },
      comment: { id: first },
    });
    expect(reply?.people.map((person) => person.name)).toEqual(["member"]);
    // Answered and named in one text: one notification.
    expect(await kinds(db, at("member", harbour))).toEqual(["mention"]);
    expect(await kinds(db, at("owner", harbour))).toEqual(["mention"]);
    expect(await kinds(db, at("admin", harbour))).toEqual([]);
    expect(await kinds(db, at("suspended", harbour))).toEqual([]);
    expect(await counts(db, at("owner", harbour))).toEqual({ unread: 1, mentions: 1 });
    expect(await counts(db, moderator)).toEqual({ unread: 1, mentions: 0 });
  });
});

test("what the worker does again, or begins again after it was stopped, changes nothing", async () => {
  await fresh(async (db) => {
    await comment(db, "member", { post: quiet });
    const rows = () => rowsOf(db, "select id, read_at from public.notifications order by id");
    await undone(db, async () => {
      expect(await project(db)).toBeGreaterThan(0);
      expect(await rows()).toHaveLength(1);
    });
    // Stopped before the end: neither the row nor the place is there.
    expect(await rows()).toEqual([]);
    await project(db);
    await as(db, moderator, "public.mark_notifications_read(p_until => now())");
    const once = await rows();
    expect(once).toHaveLength(1);
    expect(await project(db)).toBe(0);
    await db.query("update private.event_consumers set txid = '0', seq = 0 where name = 'notifications'");
    expect(await project(db, 3)).toBe(3);
    while ((await project(db)) > 0);
    const again = await rows();
    expect(again.filter((row) => once.some((one) => one.id === row.id))).toEqual(once);
    expect(
      await rowsOf(
        db,
        "select 1 from public.notifications group by tenant_id, user_id, cause_id having count(*) > 1",
      ),
    ).toEqual([]);
  });
});

test("what belongs together is one line that names the newest and counts the others", async () => {
  await fresh(async (db) => {
    for (const who of ["member", "admin", "owner", "dual", "member"] as const) {
      await comment(db, who, { post: quiet });
    }
    await project(db);
    const [card, ...rest] = (await inbox(db, moderator)).items;
    expect(rest).toEqual([]);
    expect(card).toMatchObject({ count: 5, others: 1, more: false });
    expect(card?.people.map((person) => person.name).sort()).toHaveLength(3);
    expect(await counts(db, moderator)).toEqual({ unread: 1, mentions: 0 });
    expect(
      await as<number>(db, moderator, `public.mark_notifications_read(array['${card?.id}']::uuid[])`),
    ).toBe(5);
    expect(await counts(db, moderator)).toEqual({ unread: 0, mentions: 0 });
    // Once more: one line still, which speaks of what is new.
    await comment(db, "admin", { post: quiet });
    await project(db);
    expect((await inbox(db, moderator)).items).toMatchObject([{ count: 1, unread: true, others: 0 }]);
    for (let more = 0; more < 12; more += 1) await comment(db, "admin", { post: quiet });
    await project(db);
    expect((await inbox(db, moderator)).items).toMatchObject([{ count: 10, more: true }]);
  });
});

test("nobody reads, marks, opens or counts what is another's", async () => {
  await fresh(async (db) => {
    await comment(db, "member", { post: quiet });
    await project(db);
    const [mine] = (await inbox(db, moderator)).items;
    const mark = `public.mark_notifications_read(array['${mine?.id}']::uuid[])`;
    for (const other of [at("owner", harbour), dual, tokenOf(personOf(harbour, "outsider"))]) {
      expect((await inbox(db, other)).items).toEqual([]);
      expect(await as(db, other, mark)).toBe(0);
      expect(await as(db, other, `public.open_notification('${mine?.id}')`)).toBeNull();
    }
    expect(await as(db, { role: "anon", claims: "{}" }, mark)).toMatch(/permission denied/);
    expect(await as(db, at("moderator", harbour, true), "public.my_notifications()")).toBe(
      "forbidden:network_only",
    );
    // A community's host counts that community alone.
    expect(await as(db, at("dual", meadow, true), "public.notification_counts()")).toMatchObject([
      { tenant_id: meadow.id },
    ]);
    expect(await as(db, moderator, `public.open_notification('${mine?.id}')`)).toMatchObject({
      kind: "reply",
      community: { id: harbour.id },
    });
    expect(await counts(db, moderator)).toEqual({ unread: 0, mentions: 0 });
  });
});

test("what may no longer be seen is neither shown nor counted", async () => {
  const hidden = idOf("post", harbour, "hidden");
  await fresh(async (db) => {
    const answer = await comment(db, "member", { post: quiet });
    await comment(db, "owner", { post: hidden, body: naming("dual") });
    await project(db);
    const losses: [string, Who, string][] = [
      [
        "the comment is removed",
        moderator,
        `update public.post_comments set deleted_at = now(), removed_by = 'author', body = '' where id = '${answer}'`,
      ],
      [
        "the post is removed",
        moderator,
        `update public.posts set deleted_at = now(), removed_by = 'author' where id = '${quiet}'`,
      ],
      [
        "the post is for its author alone now",
        dual,
        `update public.posts set visibility = 'me', group_id = null where id = '${hidden}'`,
      ],
      [
        "one left the group",
        dual,
        `delete from public.group_members where user_id = '${personOf(harbour, "dual")}' and tenant_id = '${harbour.id}'`,
      ],
      [
        "one is suspended",
        dual,
        `update public.tenant_users set status = 'suspended' where tenant_id = '${harbour.id}'
         and user_id = '${personOf(harbour, "dual")}'`,
      ],
      [
        "the community is suspended",
        dual,
        `update public.tenants set status = 'suspended' where id = '${harbour.id}'`,
      ],
      [
        "the name is taken out",
        dual,
        `update public.post_comments set body = 'Nobody' where post_id = '${hidden}'`,
      ],
    ];
    for (const [name, who, loss] of losses) {
      expect([name, (await inbox(db, who)).items.length]).toEqual([name, 1]);
      expect([name, (await counts(db, who)).unread]).toEqual([name, 1]);
      await undone(db, async () => {
        await db.query(loss);
        expect([name, (await inbox(db, who)).items]).toEqual([name, []]);
        expect([name, Math.max((await counts(db, who)).unread, 0)]).toEqual([name, 0]);
      });
    }
    // Who leaves takes nothing along and finds nothing on coming back.
    await as(db, dual, `public.leave_community('${harbour.id}')::text`);
    await project(db);
    expect(
      await rowsOf(db, "select 1 from public.notifications where user_id = $1", [personOf(harbour, "dual")]),
    ).toEqual([]);
  });
});

test("a line whose newest text is gone counts as long as a list shows what came before", async () => {
  await fresh(async (db) => {
    // One after the other: rows of one millisecond would be in any order.
    const first = await comment(db, "member", { post: quiet });
    await project(db);
    const second = await comment(db, "admin", { post: quiet });
    await project(db);
    const known = async () =>
      (
        await rowsOf<{ known: boolean }>(
          db,
          "select known_stream is not null as known from public.notifications where is_latest",
        )
      ).map((row) => row.known);
    const gone = (id: string) =>
      db.query(
        "update public.post_comments set deleted_at = now(), removed_by = 'author', body = '' where id = $1",
        [id],
      );
    expect(await known()).toEqual([true]);
    expect(await counts(db, moderator)).toEqual({ unread: 1, mentions: 0 });
    await gone(second);
    expect(await known()).toEqual([false]);
    expect((await inbox(db, moderator)).items).toMatchObject([{ unread: true, count: 1 }]);
    expect(await counts(db, moderator)).toEqual({ unread: 1, mentions: 0 });
    await gone(first);
    expect((await inbox(db, moderator)).items).toEqual([]);
    expect(await counts(db, moderator)).toEqual({ unread: 0, mentions: 0 });
  });
});
