import { expect, test } from "vitest";
import { harbour, meadow, personOf } from "./engine/cast.ts";
import { rowsOf } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";
import {
  answer,
  begin,
  type Count,
  counted,
  inbox,
  invite,
  kinds,
  network,
  other,
  project,
  setMember,
} from "./engine/journey-inbox.ts";
import { ask, call, friend, owner, plan } from "./engine/journeys.ts";

test("an invitation stands in the inbox, in its total and in no community’s, while it holds", async () => {
  await planted(async (db) => {
    await begin(db);
    const before = await counted(db, friend);
    expect(before[network]).toBe(0);
    expect(await invite(db, owner, friend)).toBe("");
    await project(db);
    const [line] = (await inbox(db, friend, "journeys")).items;
    expect(line).toMatchObject({
      kind: "journey_invitation",
      bucket: "request",
      unread: true,
      people: [{ id: owner }],
      journey: { id: plan, title: "Two ports" },
    });
    expect(await counted(db, friend)).toEqual({ ...before, [network]: 1 });
    expect((await inbox(db, friend)).personal.unread).toBe(1);
    expect(await kinds(db, friend)).toEqual(["journey_invitation"]);
    expect(await kinds(db, friend, "requests")).toEqual(["journey_invitation"]);
    expect(await kinds(db, friend, "mentions")).toEqual([]);
    const place = await inbox(db, friend, "all", `, 'fixture-harbour'`);
    expect(place.items.some((one) => one.kind.startsWith("journey"))).toBe(false);
    // A community's host hears nothing of it.
    const there = await ask<Count[]>(db, friend, "public.notification_counts()", harbour);
    expect((there as Count[]).map((one) => one.tenant_id)).toEqual([harbour.id]);
    // Whoever knows its id reads it only as who it is for.
    expect(await call(db, other, `public.open_notification('${line?.id}')`)).toBeNull();
    expect(await call(db, other, `public.mark_notifications_read(array['${line?.id}']::uuid[])`)).toBe(0);
    expect(await counted(db, friend)).toMatchObject({ [network]: 1 });
    expect(await call(db, friend, `public.open_notification('${line?.id}')`)).toMatchObject({
      kind: "journey_invitation",
      community: null,
    });
    expect(await counted(db, friend)).toMatchObject({ [network]: 0 });
    // Another role is no news; taken back, it is gone before the worker comes.
    expect(await invite(db, owner, friend, "voter")).toBe("");
    await project(db);
    expect((await inbox(db, friend, "journeys")).items).toHaveLength(1);
    await call(db, owner, `public.withdraw_companion('${plan}', '${friend}')`);
    expect(await kinds(db, friend)).toEqual([]);
    expect(await answer(db, friend, true)).toContain("not_found:invitation");
    await project(db);
    expect(
      await rowsOf(db, `select 1 from public.personal_notifications where user_id = '${friend}'`),
    ).toEqual([]);
  });
});

test("it ends with what it rests on: a community that both belong to, the journey, its being open", async () => {
  await planted(async (db) => {
    await begin(db);
    await invite(db, owner, friend);
    await project(db);
    const open = async () => [
      (await kinds(db, friend)).length,
      (await counted(db, friend))[network],
      (await call(db, friend, `public.invitation_to_me('${plan}')`)) !== null,
    ];
    expect(await open()).toEqual([1, 1, true]);
    await setMember(db, friend, "suspended");
    expect(await open()).toEqual([0, 0, false]);
    expect(await answer(db, friend, true)).toContain("not_found:invitation");
    const invited = async () =>
      (await call<{ invited: unknown[] }>(db, owner, `public.journey_page('${plan}')`)).invited;
    expect(await invited()).toEqual([]);
    await setMember(db, friend, "active");
    await setMember(db, owner, "removed");
    expect(await open()).toEqual([0, 0, false]);
    await setMember(db, owner, "active");
    expect(await invited()).toMatchObject([{ id: friend, role: "editor", declined: false }]);
    await call(db, owner, `public.change_journey('${plan}', 1, '{"archived": true}')`);
    expect(await open()).toEqual([0, 0, false]);
    await call(db, owner, `public.change_journey('${plan}', 2, '{"archived": false}')`);
    expect(await open()).toEqual([1, 1, true]);
    await call(db, owner, `public.delete_journey('${plan}')`);
    expect(await open()).toEqual([0, 0, false]);
    await project(db);
    expect(
      await rowsOf(db, `select 1 from public.personal_notifications where journey_id = '${plan}'`),
    ).toEqual([]);
  });
});

test("only people whom one can find in a community of both can be named, by the owner alone", async () => {
  await planted(async (db) => {
    await begin(db, friend);
    const stranger = personOf(meadow, "member");
    expect(await invite(db, friend, stranger)).toContain("not_found:person");
    expect(await invite(db, friend, friend)).toContain("not_found:person");
    expect(await invite(db, friend, personOf(harbour, "keeper"))).toContain("not_found:person");
    expect(await invite(db, friend, personOf(harbour, "suspended"))).toContain("not_found:person");
    expect(await invite(db, friend, other)).toBe("");
    expect(await invite(db, other, owner)).toContain("not_found:journey");
    const found = async (person: string, query: string) =>
      call<{ id: string; standing: string | null }[]>(
        db,
        person,
        `public.companion_choices('${plan}', '${query}')`,
      );
    const [{ name } = { name: "" }] = await rowsOf<{ name: string }>(
      db,
      `select display_name as name from public.tenant_users where tenant_id = '${harbour.id}' and user_id = '${owner}'`,
    );
    expect((await found(friend, name)).map((one) => one.id)).toContain(owner);
    expect(await found(friend, name.slice(0, 1))).toEqual([]);
    await db.query("update public.tenant_users set listed = false where user_id = $1", [owner]);
    expect((await found(friend, name)).map((one) => one.id)).not.toContain(owner);
    expect(await invite(db, friend, owner)).toContain("not_found:person");
    expect(await ask(db, other, `public.companion_choices('${plan}', 'ad')`)).toContain("not_found:journey");
    // Accepted, one is on it, whatever becomes of the community afterwards.
    expect(await answer(db, other, true)).toBe(true);
    expect(await answer(db, other, true)).toBe(true);
    await setMember(db, other, "removed");
    expect(await call(db, other, `public.journey_page('${plan}')`)).not.toBeNull();
  });
});

test("a no is told to the owner, holds for thirty days, and leaves no line", async () => {
  await planted(async (db) => {
    await begin(db);
    await invite(db, owner, friend);
    await project(db);
    expect(await answer(db, friend, false)).toBe(false);
    expect(await answer(db, friend, false)).toBe(false);
    expect(await kinds(db, friend)).toEqual([]);
    expect(await invite(db, owner, friend)).toContain("conflict:companion_declined");
    await project(db);
    await db.query(
      "update public.journey_invitations set answered_at = now() - interval '31 days' where state = 'declined'",
    );
    expect(await invite(db, owner, friend)).toBe("");
    await project(db);
    expect(await kinds(db, friend)).toEqual(["journey_invitation"]);
    // A link is a way in too, and then nothing is left to be answered.
    await call(db, owner, `public.invite_to_journey('${plan}', repeat('a', 64), 'voter')`);
    await call(db, friend, `public.join_journey(repeat('a', 64))`);
    expect(await kinds(db, friend)).toEqual([]);
    expect(await rowsOf(db, `select 1 from public.journey_invitations where journey_id = '${plan}'`)).toEqual(
      [],
    );
  });
});

test("whoever was taken off a journey comes back by a newer link or by name, and by no link from before", async () => {
  await planted(async (db) => {
    await begin(db);
    const link = (code: string) =>
      call(db, owner, `public.invite_to_journey('${plan}', repeat('${code}', 64), 'voter')`);
    const join = (person: string, code: string) =>
      ask(db, person, `public.join_journey(repeat('${code}', 64))`);
    const shown = (person: string, code: string) =>
      call(db, person, `public.journey_invitation(repeat('${code}', 64))`);
    const takeOff = (by: string, person: string) =>
      call(db, by, `public.set_companion('${plan}', '${person}')`);
    await link("a");
    await link("b");
    expect(await join(friend, "a")).toBe(plan);
    await takeOff(friend, friend);
    expect(await join(friend, "a")).toBe(plan);
    await takeOff(owner, friend);
    for (const code of ["a", "b"]) {
      expect(await shown(friend, code)).toBeNull();
      expect(await join(friend, code)).toContain("not_found:invitation");
    }
    expect(await shown(other, "a")).toMatchObject({ title: "Two ports" });
    expect(await join(other, "a")).toBe(plan);
    await link("c");
    expect(await join(friend, "c")).toBe(plan);
    await takeOff(owner, friend);
    expect(await join(friend, "c")).toContain("not_found:invitation");
    expect(await invite(db, owner, friend)).toBe("");
    expect(await answer(db, friend, true)).toBe(true);
  });
});

test("an archived journey lets nobody in by a link, until it is taken out again", async () => {
  await planted(async (db) => {
    await begin(db);
    await call(db, owner, `public.invite_to_journey('${plan}', repeat('a', 64), 'voter')`);
    const shown = () => call(db, friend, "public.journey_invitation(repeat('a', 64))");
    const join = (person = friend) => ask(db, person, "public.join_journey(repeat('a', 64))");
    expect(await join(other)).toBe(plan);
    await call(db, owner, `public.change_journey('${plan}', 1, '{"archived": true}')`);
    expect(await shown()).toBeNull();
    expect(await join()).toContain("not_found:invitation");
    expect(await join(other)).toBe(plan);
    await call(db, owner, `public.change_journey('${plan}', 2, '{"archived": false}')`);
    expect(await shown()).toMatchObject({ title: "Two ports" });
    expect(await join()).toBe(plan);
  });
});
