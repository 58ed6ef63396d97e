import fc from "fast-check";
import { expect, test } from "vitest";
import { harbour, personOf } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";

const people = [personOf(harbour, "dual"), personOf(harbour, "member")];
const NETWORK = "00000000-0000-0000-0000-000000000000";

/** Reads the log on to its end, so many events at a time. */
async function project(db: Db, limit: number): Promise<void> {
  for (;;) {
    const [row] = await rowsOf<{ done: number }>(
      db,
      "select private.project_journeys($1, '18446744073709551615') as done",
      [limit],
    );
    if (!row?.done) return;
  }
}

async function rebuild(db: Db, limit = 5000): Promise<void> {
  await db.query("delete from private.journey_figures; delete from private.journey_progress");
  await db.query("update private.event_consumers set epoch = 1, txid = '0', seq = 0 where name = 'journeys'");
  await project(db, limit);
}

const model = async (db: Db) =>
  JSON.stringify([
    await rowsOf(db, "select f.*::text from private.journey_figures f order by f.day"),
    await rowsOf(db, "select p.*::text from private.journey_progress p order by p.journey_id"),
  ]);

const NAMES = ["begun", "planned", "done", "skipped", "completed"] as const;
type Figures = Record<(typeof NAMES)[number], number>;

async function sums(db: Db): Promise<Figures> {
  const [row] = await rowsOf<Figures>(
    db,
    `select ${NAMES.map((name) => `coalesce(sum(${name}), 0)::integer as ${name}`).join(", ")} from private.journey_figures`,
  );
  return row as Figures;
}

/** What journeys hold now, of all or of one. */
async function held(db: Db, journey: string | null = null): Promise<Figures> {
  const [row] = await rowsOf<Figures>(
    db,
    `select count(*)::integer as begun, coalesce(sum(x.planned), 0)::integer as planned, coalesce(sum(x.done), 0)::integer as done,
       coalesce(sum(x.skipped), 0)::integer as skipped,
       count(*) filter (where x.done > 0 and x.planned = x.done + x.skipped)::integer as completed
     from public.user_journeys j cross join lateral (
       select count(*) filter (where a.state <> 'idea') as planned, count(*) filter (where a.state = 'done') as done,
         count(*) filter (where a.state = 'skipped') as skipped
       from public.journey_activities a where a.journey_id = j.id and a.removed_at is null) x
     where not j.is_template and ($1::uuid is null or j.id = $1)`,
    [journey],
  );
  return row as Figures;
}

const uuid = (kind: string, n: number) =>
  `00000000-0000-7000-8000-0000000${kind}${String(n).padStart(3, "0")}`;
const journeyOf = (n: number) => uuid("0c", n);
const state = fc.constantFrom("idea", "planned", "done", "skipped");
const journey = fc.nat(3);
const activity = fc.nat(11);
const act = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant("begin"), journey, template: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("add"), journey, activity, state, by: fc.nat(1) }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant("turn"), activity, state }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("take"), activity, back: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("purge"), activity }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("change"), journey, template: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("end"), journey }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("read"), limit: fc.integer({ min: 1, max: 9 }) }) },
);
type Act = {
  does: string;
  journey?: number;
  activity?: number;
  state?: string;
  template?: boolean;
  back?: boolean;
  by?: number;
  limit?: number;
};

const statements: Record<string, (a: Act) => [string, unknown[]]> = {
  begin: (a) => [
    `insert into public.user_journeys (id, owner_id, title, time_zone, is_template) values ($1, $2, 'Plan', 'UTC', $3)
     on conflict do nothing`,
    [journeyOf(a.journey ?? 0), people[0], a.template],
  ],
  add: (a) => [
    `insert into public.journey_activities (journey_id, id, kind, title, time_zone, state, added_by)
     select j.id, $2, 'free', 'Swim', 'UTC', $3, $4 from public.user_journeys j where j.id = $1
       and not exists (select 1 from public.journey_activities a where a.id = $2)`,
    [journeyOf(a.journey ?? 0), uuid("0d", a.activity ?? 0), a.state, people[a.by ?? 0]],
  ],
  turn: (a) => [
    "update public.journey_activities set state = $2 where id = $1 and removed_at is null",
    [uuid("0d", a.activity ?? 0), a.state],
  ],
  take: (a) => [
    `update public.journey_activities set removed_at = case when $2 then null else now() end
     where id = $1 and (removed_at is null) <> $2`,
    [uuid("0d", a.activity ?? 0), a.back],
  ],
  purge: (a) => ["delete from public.journey_activities where id = $1", [uuid("0d", a.activity ?? 0)]],
  change: (a) => [
    "update public.user_journeys set is_template = $2 where id = $1",
    [journeyOf(a.journey ?? 0), a.template],
  ],
  end: (a) => ["delete from public.user_journeys where id = $1", [journeyOf(a.journey ?? 0)]],
};

test("figures of any history say what there is and what ended, live and built anew, in batches of any size", async () => {
  await planted(async (db) => {
    await rebuild(db);
    const ended: Figures = { begun: 0, planned: 0, done: 0, skipped: 0, completed: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(act as fc.Arbitrary<Act>, { minLength: 10, maxLength: 60 }), async (acts) => {
        for (const one of acts) {
          if (one.does === "read") {
            await project(db, one.limit ?? 1);
            continue;
          }
          const last = one.does === "end" ? await held(db, journeyOf(one.journey ?? 0)) : null;
          await db.query(...(statements[one.does]?.(one) ?? ["select 1", []]));
          for (const name of NAMES) ended[name] += last?.[name] ?? 0;
        }
        await project(db, 5000);
        const there = await held(db);
        expect(await sums(db)).toEqual(
          Object.fromEntries(NAMES.map((name) => [name, there[name] + ended[name]])),
        );
        const live = await model(db);
        await rebuild(db);
        expect(await model(db)).toBe(live);
        await rebuild(db, 3);
        expect(await model(db)).toBe(live);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

test("each day has what was done on it, and what was taken back counts against its own day", async () => {
  await planted(async (db) => {
    await rebuild(db);
    const id = journeyOf(1);
    const [one, two] = [uuid("0d", 1), uuid("0d", 2)];
    const plan = { id, owner_id: people[0], is_template: false };
    const activity = (which: string, now: string) => ({ journey_id: id, id: which, state: now });
    const tell = (at: string, type: string, old: object | null, becomes: object | null) =>
      db.query(
        `insert into public.domain_events (tenant_id, stream_type, stream_id, type, data, occurred_at)
         values ($1, split_part($2, '.', 1), $3, $2, $4, $5)`,
        [NETWORK, type, (becomes ?? old ?? { id })["id" as never], { old, new: becomes }, at],
      );
    await tell("2031-01-01T23:59:00Z", "journey.created", null, plan);
    await tell("2031-01-01T23:59:30Z", "journey_activity.created", null, activity(one, "planned"));
    await tell("2031-01-02T00:00:00Z", "journey_activity.created", null, activity(two, "idea"));
    await tell(
      "2031-01-02T09:00:00Z",
      "journey_activity.updated",
      activity(one, "planned"),
      activity(one, "done"),
    );
    await tell(
      "2031-01-03T09:00:00Z",
      "journey_activity.updated",
      activity(two, "idea"),
      activity(two, "planned"),
    );
    await tell(
      "2031-01-04T09:00:00Z",
      "journey_activity.updated",
      activity(two, "planned"),
      activity(two, "skipped"),
    );
    await tell(
      "2031-01-05T09:00:00Z",
      "journey_activity.removed",
      activity(one, "done"),
      activity(one, "done"),
    );
    await tell("2031-02-05T09:00:00Z", "journey_activity.deleted", activity(one, "done"), null);
    await tell("2031-02-06T09:00:00Z", "journey.deleted", plan, null);
    await project(db, 2);
    const rows = await rowsOf<Figures & { day: string }>(
      db,
      `select day::text, ${NAMES.join(", ")} from private.journey_figures where day > '2031-01-01'::date - 1 order by day`,
    );
    expect(rows.map(({ day, ...figures }) => [day, ...NAMES.map((name) => figures[name])])).toEqual([
      ["2031-01-01", 1, 1, 0, 0, 0],
      ["2031-01-02", 0, 0, 1, 0, 1],
      ["2031-01-03", 0, 1, 0, 0, -1],
      ["2031-01-04", 0, 0, 0, 1, 1],
      ["2031-01-05", 0, -1, -1, 0, -1],
      ["2031-02-05", 0, 0, 0, 0, 0],
      ["2031-02-06", 0, 0, 0, 0, 0],
    ]);
    expect(await rowsOf(db, "select 1 from private.journey_progress where journey_id = $1", [id])).toEqual(
      [],
    );
  });
});
