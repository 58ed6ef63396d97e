import { expect, test } from "vitest";
import type { z } from "zod";
import { journeyEventSchemas } from "@/lib/journeys/event-schemas";
import { activitySchema, journeyPageSchema } from "@/lib/journeys/schemas";
import { as, tokenOf } from "./engine/acts.ts";
import { callsWithIds, nothing } from "./engine/calls.ts";
import { type Community, harbour, idOf, meadow, personOf } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";
import { ask, call, friend, owner, plan } from "./engine/journeys.ts";

const stranger = personOf(harbour, "admin");
const crossing = "00000000-0000-7000-8000-0000000000b1";
const fair = "00000000-0000-7000-8000-0000000000b2";
const swim = "00000000-0000-7000-8000-0000000000b3";

const source = (id: string, at: Community, label: string) =>
  `{"id": "${id}", "kind": "event", "source_tenant_id": "${at.id}", "source_id": "${idOf("event", at, label)}"}`;

/** A plan of the traveller: an event in each of two communities, and words of their own. */
async function begin(db: Db): Promise<void> {
  await call(
    db,
    owner,
    `public.create_journey('{"id": "${plan}", "title": "Two ports", "time_zone": "UTC"}',
      '[${source(fair, harbour, "fair")}, ${source(crossing, meadow, "crossing")},
        {"id": "${swim}", "kind": "free", "title": "Swim", "starts_local": "2030-05-02T08:00"}]')`,
  );
}

async function join(db: Db, person: string, role = "editor", code = "a"): Promise<void> {
  await call(db, owner, `public.invite_to_journey('${plan}', repeat('${code}', 64), '${role}')`);
  await call(db, person, `public.join_journey(repeat('${code}', 64))`);
}

type Page = z.infer<typeof journeyPageSchema>;
async function page(db: Db, person: string): Promise<Page | null> {
  return journeyPageSchema.nullable().parse(await call(db, person, `public.journey_page('${plan}')`));
}
async function see(db: Db, person: string, id: string) {
  return (await page(db, person))?.activities.find((one) => one.id === id);
}
const change = (db: Db, person: string, id: string, version: number, changes: string) =>
  ask<{ outcome: string; activity: { version: number; title: string } | null }>(
    db,
    person,
    `public.change_activity('${plan}', '${id}', ${version}, '${changes}')`,
  );

test("a companion reads of a community what they read there, and else only when somebody is busy", async () => {
  await planted(async (db) => {
    await begin(db);
    expect(await page(db, friend)).toBeNull();
    await join(db, friend);
    expect(await see(db, owner, crossing)).toMatchObject({ title: "crossing", source_state: "there" });
    expect(await see(db, friend, fair)).toMatchObject({ title: "fair", source_state: "there" });
    const busy = await see(db, friend, crossing);
    expect(busy).toMatchObject({
      title: null,
      place: null,
      source: null,
      live: null,
      source_state: "elsewhere",
      starts_local: "2030-05-01T18:00",
    });
    expect((await page(db, friend))?.communities.map(({ slug }) => slug)).toEqual(["fixture-harbour"]);
    await change(db, owner, swim, 1, '{"visible_to": "me"}');
    expect(await see(db, friend, swim)).toBeUndefined();
    expect(await see(db, owner, swim)).toMatchObject({ title: "Swim" });
    expect(await page(db, stranger)).toBeNull();
  });
});

test("what was planned stays when its event changes, is cancelled or goes, and when its community is left", async () => {
  await planted(async (db) => {
    await begin(db);
    const at = `tenant_id = '${meadow.id}' and id = '${idOf("event", meadow, "crossing")}'`;
    await db.query(`update public.events set starts_local = '2030-05-01 17:00', city = 'Faro' where ${at}`);
    expect(await see(db, owner, crossing)).toMatchObject({
      source_state: "changed",
      starts_local: "2030-05-01T18:00",
      live: { starts_local: "2030-05-01T17:00", place: "Faro" },
    });
    await call(db, owner, `public.follow_source('${plan}', '${crossing}', 1)`);
    expect(await see(db, owner, crossing)).toMatchObject({
      source_state: "there",
      starts_local: "2030-05-01T17:00",
      place: "Faro",
    });
    await db.query(`update public.events set cancelled_at = now() where ${at}`);
    expect(await see(db, owner, crossing)).toMatchObject({ source_state: "cancelled", title: "crossing" });
    await db.query(`delete from public.events where ${at}`);
    expect(await see(db, owner, crossing)).toMatchObject({ source_state: "gone", title: "crossing" });
    await db.query(
      "update public.tenant_users set status = 'removed' where tenant_id = $1 and user_id = $2",
      [meadow.id, owner],
    );
    expect(await see(db, owner, crossing)).toMatchObject({ source_state: "left", title: "crossing" });
    expect((await page(db, owner))?.communities.map(({ slug }) => slug)).toEqual(["fixture-harbour"]);
  });
});

test("of two who change the same, the second is told what stands there, and nothing is overwritten", async () => {
  await planted(async (db) => {
    await begin(db);
    await join(db, friend);
    expect(await change(db, owner, swim, 1, '{"title": "Swim early"}')).toMatchObject({ outcome: "saved" });
    expect(await change(db, friend, swim, 1, '{"title": "Swim late"}')).toMatchObject({
      outcome: "conflict",
      activity: { version: 2, title: "Swim early" },
    });
    await call(db, owner, `public.remove_activity('${plan}', '${swim}')`);
    expect(await change(db, friend, swim, 2, '{"title": "x"}')).toEqual({
      outcome: "conflict",
      activity: null,
    });
    const back = await call(db, friend, `public.remove_activity('${plan}', '${swim}', true)`);
    expect(activitySchema.parse(back)).toMatchObject({ title: "Swim early", my_vote: null });
    expect(await ask(db, owner, `public.change_journey('${plan}', 7, '{"title": "Late"}')`)).toMatchObject({
      outcome: "conflict",
      journey: { title: "Two ports" },
    });
    expect(await change(db, owner, swim, 4, '{"added_by": "x"}')).toContain("invalid");
    expect(await change(db, owner, swim, 4, '{"time_zone": "Nowhere/Land"}')).toContain("invalid:time_zone");
  });
});

test("a time that clocks skip is the one they show instead", async () => {
  await planted(async (db) => {
    await begin(db);
    await change(
      db,
      owner,
      swim,
      1,
      '{"starts_local": "2030-03-31T02:30", "ends_local": "2030-03-31T02:45", "time_zone": "Europe/Madrid"}',
    );
    const found = await see(db, owner, swim);
    expect(Date.parse(found?.starts_at ?? "")).toBe(Date.parse("2030-03-31T01:30Z"));
    expect(found?.ends_at).toEqual(expect.any(String));
  });
});

test("an invitation lets in as often as it says, until it ends", async () => {
  await planted(async (db) => {
    await begin(db);
    await call(db, owner, `public.invite_to_journey('${plan}', repeat('b', 64), 'voter', 7, 1)`);
    const shown = (who: string) => call(db, who, `public.journey_invitation(repeat('b', 64))`);
    expect(await shown(stranger)).toMatchObject({ title: "Two ports", role: "voter", mine: null });
    await call(db, friend, `public.join_journey(repeat('b', 64))`);
    expect(await call(db, friend, `public.join_journey(repeat('b', 64))`)).toBe(plan);
    expect(await shown(stranger)).toBeNull();
    expect(await ask(db, stranger, `public.join_journey(repeat('b', 64))`)).toContain("not_found:invitation");
    await call(db, owner, `public.invite_to_journey('${plan}', repeat('c', 64), 'voter')`);
    const [invite] = (await page(db, owner))?.invites ?? [];
    await call(db, owner, `public.revoke_journey_invite('${plan}', '${invite?.id}')`);
    expect(await ask(db, stranger, `public.join_journey(repeat('c', 64))`)).toContain("not_found:invitation");
    await call(db, owner, `public.invite_to_journey('${plan}', repeat('d', 64), 'voter')`);
    await db.query("update public.journey_invites set expires_at = now() - interval '1 second'");
    expect(await ask(db, stranger, `public.join_journey(repeat('d', 64))`)).toContain("not_found:invitation");
  });
});

test("who votes does not plan, who plans does not invite, and who was taken off sees nothing", async () => {
  await planted(async (db) => {
    await begin(db);
    await join(db, friend, "voter");
    expect(await change(db, friend, swim, 1, '{"state": "done"}')).toContain("forbidden:journey_role");
    await call(db, friend, `public.vote_activity('${plan}', '${swim}', 1)`);
    await call(db, friend, `public.comment_journey('${plan}', '${nothing.word}', 'Count me in', '${swim}')`);
    expect(await see(db, owner, swim)).toMatchObject({ yes: 1, no: 0, my_vote: null, comments: 1 });
    await call(db, owner, `public.set_companion('${plan}', '${friend}', 'editor')`);
    expect(await change(db, friend, swim, 1, '{"state": "done"}')).toMatchObject({ outcome: "saved" });
    for (const denied of [
      `public.invite_to_journey('${plan}', repeat('e', 64), 'editor')`,
      `public.delete_journey('${plan}')`,
      `public.set_companion('${plan}', '${owner}')`,
      `public.change_journey('${plan}', 1, '{"archived": true}')`,
    ])
      expect(await ask(db, friend, denied)).toContain("forbidden:journey_role");
    expect((await page(db, friend))?.invites).toBeNull();
    await call(db, friend, `public.set_journey_calendar('${plan}', repeat('9', 64))`);
    const feed = () => call(db, stranger, `public.journey_calendar('${plan}', repeat('9', 64))`);
    expect(await feed()).toMatchObject({ journey: { title: "Two ports" } });
    expect(JSON.stringify(await feed())).not.toContain("crossing");
    await call(db, owner, `public.set_companion('${plan}', '${friend}')`);
    expect([await page(db, friend), await feed()]).toEqual([null, null]);
    expect(await see(db, owner, swim)).toMatchObject({ yes: 0, comments: 1 });
  });
});

test("a copy takes along what one may read, begun anew and moved to its first day", async () => {
  await planted(async (db) => {
    await begin(db);
    await join(db, friend);
    await change(db, owner, swim, 1, '{"state": "done"}');
    const copy = "00000000-0000-7000-8000-0000000000c1";
    await call(db, friend, `public.duplicate_journey('${plan}', '${copy}', 'My own', '2031-05-01')`);
    const rows = await rowsOf<{ title: string; kept: string; starts: string; state: string }>(
      db,
      `select title, kept_title as kept, starts_local::text as starts, state from public.journey_activities
       where journey_id = '${copy}' order by starts_local`,
    );
    expect(rows).toEqual([
      { title: null, kept: "fair", starts: "2031-05-01 18:00:00", state: "planned" },
      { title: "Swim", kept: null, starts: "2031-05-02 08:00:00", state: "planned" },
    ]);
  });
});

test("nothing is planned from what one may not read", async () => {
  await planted(async (db) => {
    await begin(db);
    await join(db, friend);
    const attempt = source(nothing.activity, meadow, "crossing");
    expect(await ask(db, friend, `public.add_activities('${plan}', '[${attempt}]')`)).toContain(
      "not_found:source",
    );
    const found = await call(db, friend, "public.journey_sources('crossing')");
    const all = JSON.stringify(await call(db, owner, "public.journey_sources('crossing')"));
    expect([all.includes(meadow.id), JSON.stringify(found).includes(meadow.id)]).toEqual([true, false]);
  });
});

test("a token bound to a community reaches no journey, its owner's neither", async () => {
  await planted(async (db) => {
    await begin(db);
    const names = { ...nothing, journey: plan, activity: swim, code: "x" };
    for (const name of Object.keys(callsWithIds).filter((one) =>
      /journey|activit|companion|source/.test(one),
    )) {
      const answer = await as(db, tokenOf(owner, harbour), callsWithIds[name]?.(names) ?? "");
      expect([name, answer]).toEqual([name, name === "journey_calendar" ? null : "forbidden:network_only"]);
    }
  });
});

test("the log holds each event as its schema says, under the network, without words", async () => {
  await planted(async (db) => {
    await begin(db);
    await call(db, owner, `public.invite_companion('${plan}', '${friend}', 'editor')`);
    await call(db, friend, `public.answer_companion('${plan}', false)`);
    await join(db, friend);
    await call(db, friend, `public.comment_journey('${plan}', '${nothing.word}', 'Cold water?', '${swim}')`);
    await call(db, friend, `public.remove_journey_comment('${plan}', '${nothing.word}')`);
    await change(db, owner, swim, 1, '{"title": "Secret cove"}');
    await change(db, owner, swim, 2, '{"state": "done", "memory": "Cold water"}');
    await call(db, owner, `public.remove_activity('${plan}', '${swim}')`);
    await call(db, owner, `public.remove_activity('${plan}', '${swim}', true)`);
    await call(db, owner, `public.set_companion('${plan}', '${friend}', 'voter')`);
    await call(db, owner, `public.set_companion('${plan}', '${friend}')`);
    await db.query("delete from public.journey_activities where id = $1", [fair]);
    await call(db, owner, `public.change_journey('${plan}', 1, '{"archived": true}')`);
    await call(db, owner, `public.change_journey('${plan}', 2, '{"archived": false, "is_template": true}')`);
    await call(db, owner, `public.change_journey('${plan}', 3, '{"is_template": false}')`);
    await call(db, owner, `public.delete_journey('${plan}')`);
    const rows = await rowsOf<{ type: string; data: unknown; tenant_id: string; actor_id: string }>(
      db,
      `select type, data, tenant_id, actor_id from public.domain_events
       where stream_type like 'journey%' and data::text like '%${plan}%' order by seq`,
    );
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(Object.keys(journeyEventSchemas)));
    const wrong = rows.filter(
      ({ type, data }) =>
        !journeyEventSchemas[type as keyof typeof journeyEventSchemas].safeParse(data).success,
    );
    expect(wrong).toEqual([]);
    expect(new Set(rows.map(({ tenant_id }) => tenant_id))).toEqual(
      new Set(["00000000-0000-0000-0000-000000000000"]),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Swim|Secret|Cold|Two ports|fair|2030/);
    const [left] = await rowsOf<{ n: number }>(
      db,
      `select count(*)::int as n from public.journey_activities where journey_id = '${plan}'`,
    );
    expect(left?.n).toBe(0);
  });
});
