import { expect, test } from "vitest";
import { recommendationEventSchemas } from "@/lib/recommendations/event-schemas";
import { tellOutcome } from "@/lib/recommendations/mutations";
import { recommend } from "@/lib/recommendations/queries";
import { sql } from "../../support/stack.ts";
import { dbOf, type Person } from "../people.ts";
import { readLog } from "../read-log.ts";
import { addEvent, createJourney, createReader, createScene } from "./scene.ts";

const offered = (person: Person, journey?: string) =>
  recommend(
    { journey, limit: 8, wait: false },
    {
      db: dbOf(person),
      requestId: "test",
      language: "en",
      chain: { providers: [], gate: { admit: () => Promise.reject(), settle: () => Promise.reject() } },
    },
  );
const tell = (person: Person, input: Parameters<typeof tellOutcome>[1]) =>
  tellOutcome({ db: dbOf(person) }, input);
const inJourney = (journey: string) =>
  sql<{ id: string; origin_id: string; version: number }>(
    "select id, origin_id, version from public.journey_activities where journey_id = $1 and removed_at is null",
    [journey],
  );
const figures = () =>
  sql(
    "select origin, arm, kind, shown, accepted, dismissed, completed from private.recommendation_figures order by 1, 2, 3",
  );

async function scene(arm = "helped") {
  const made = await createScene(1, arm);
  for (let n = 0; n < 3; n++)
    await addEvent(made.communities[0], made.owner.id, { title: `Event ${n}`, in: 3 + n, city: "Faro" });
  const journey = await createJourney(made.reader, "Plan");
  return { ...made, journey };
}

test("what is accepted stands in the journey, once; taken back it does not; both come with what else was told", async () => {
  const { reader, journey } = await scene();
  const { items } = await offered(reader, journey);
  const [first, second] = items.map(({ recommendation_id }) => recommendation_id) as [string, string];
  await tell(reader, { outcome: "shown", ids: [first, second] });
  const accept = () => tell(reader, { outcome: "accepted", ids: [first], journey });
  await Promise.all([accept(), accept()]);
  expect((await inJourney(journey)).map(({ origin_id }) => origin_id)).toEqual([first]);
  // The two others are at other times; what stands there already is offered no more.
  expect((await offered(reader, journey)).items).toHaveLength(2);
  await tell(reader, { outcome: "unaccepted", ids: [first] });
  expect(await inJourney(journey)).toEqual([]);
  await tell(reader, { outcome: "dismissed", ids: [second] });
  expect((await offered(reader, journey)).items.map(({ title }) => title)).not.toContain(items[1]?.title);
  await tell(reader, { outcome: "undismissed", ids: [second] });
  expect((await offered(reader, journey)).items).toHaveLength(3);
});

test("a trip begins a journey with all that it holds", async () => {
  const { reader } = await scene();
  const { trips } = await offered(reader);
  expect(trips).toHaveLength(1);
  const ids = trips[0]?.items.map(({ recommendation_id }) => recommendation_id) ?? [];
  expect(ids).toHaveLength(3);
  const { journey } = await tell(reader, {
    outcome: "begun",
    ids,
    title: "Three days in Faro",
    time_zone: "UTC",
  });
  expect(await inJourney(journey ?? "")).toHaveLength(3);
});

test("whoever begins twice has one journey, and begins another when that is gone", async () => {
  const { reader } = await scene();
  const ids = (await offered(reader)).trips[0]?.items.map(({ recommendation_id }) => recommendation_id) ?? [];
  const begin = async (some = ids) =>
    (await tell(reader, { outcome: "begun", ids: some, title: "Three days in Faro", time_zone: "UTC" }))
      .journey;
  const mine = async () =>
    (await sql<{ id: string }>("select id from public.user_journeys where owner_id = $1", [reader.id])).map(
      ({ id }) => id,
    );
  const before = await mine();
  const [one, other] = await Promise.all([begin(), begin()]);
  expect(other).toBe(one);
  expect([await begin(), await begin(ids.slice(0, 1))]).toEqual([one, one]);
  expect((await mine()).filter((id) => !before.includes(id))).toEqual([one]);
  expect(await inJourney(one ?? "")).toHaveLength(3);
  for (const { id } of (await inJourney(one ?? "")).slice(1))
    await dbOf(reader).rpc("remove_activity", { p_journey: one ?? "", p_activity: id });
  const rest = await begin();
  expect(rest).not.toBe(one);
  expect(await inJourney(rest ?? "")).toHaveLength(2);
  await dbOf(reader).rpc("delete_journey", { p_journey: one ?? "" });
  await dbOf(reader).rpc("delete_journey", { p_journey: rest ?? "" });
  const anew = await begin();
  expect(anew).not.toBe(one);
  expect(await inJourney(anew ?? "")).toHaveLength(3);
});

test("nobody tells anything of what was offered to somebody else", async () => {
  const { reader, journey } = await scene();
  const ids = (await offered(reader)).items.map(({ recommendation_id }) => recommendation_id);
  const other = await createReader();
  const theirs = await createJourney(other, "Theirs");
  await tell(other, { outcome: "dismissed", ids });
  expect((await offered(reader)).items).toHaveLength(3);
  await expect(tell(other, { outcome: "accepted", ids, journey: theirs })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(tell(other, { outcome: "accepted", ids, journey })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(tell(reader, { outcome: "accepted", ids, journey: theirs })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await inJourney(theirs)).toEqual([]);
  expect(await inJourney(journey)).toEqual([]);
});

test("the figures say per origin and arm what became of suggestions, and come out the same when they are built anew", async () => {
  const { reader, journey } = await scene();
  const { reader: plain } = await scene("control");
  await readLog("recommendations");
  await sql("delete from private.recommendation_figures");
  const [place] = await sql(
    "select epoch, txid::text, seq from private.event_consumers where name = 'recommendations'",
  );
  const ids = (await offered(reader, journey)).items.map(({ recommendation_id }) => recommendation_id);
  const [first, second] = ids as [string, string];
  await tell(reader, { outcome: "shown", ids });
  await tell(reader, { outcome: "shown", ids });
  await tell(reader, { outcome: "accepted", ids: [first], journey });
  await tell(reader, { outcome: "dismissed", ids: [second] });
  const [activity] = await inJourney(journey);
  await dbOf(reader).rpc("change_activity", {
    p_journey: journey,
    p_activity: activity?.id ?? "",
    p_version: activity?.version ?? 0,
    p_changes: { state: "done" },
  });
  const seen = (await offered(plain)).items.map(({ recommendation_id }) => recommendation_id);
  await tell(plain, { outcome: "shown", ids: seen });
  await readLog("recommendations");
  const expected = [
    { origin: "dates", arm: "control", kind: "event", shown: 3, accepted: 0, dismissed: 0, completed: 0 },
    { origin: "rules", arm: "helped", kind: "event", shown: 3, accepted: 1, dismissed: 1, completed: 1 },
  ];
  expect(await figures()).toEqual(expected);
  await sql("delete from private.recommendation_figures");
  await sql(
    "update private.event_consumers set epoch = $1, txid = $2::xid8, seq = $3 where name = 'recommendations'",
    [place?.epoch, place?.txid, place?.seq],
  );
  await readLog("recommendations");
  expect(await figures()).toEqual(expected);
});

test("the log says of suggestions what its schema names, and no word", async () => {
  const { reader, journey } = await scene();
  const ids = (await offered(reader, journey)).items.map(({ recommendation_id }) => recommendation_id);
  await tell(reader, { outcome: "shown", ids });
  const rows = await sql<{ type: "recommendation.updated"; tenant_id: string; data: unknown }>(
    "select type, tenant_id, data from public.domain_events where stream_type = 'recommendation' and stream_id = any ($1)",
    [ids],
  );
  expect(rows).toHaveLength(3);
  for (const { type, tenant_id, data } of rows) {
    expect(tenant_id).toBe("00000000-0000-0000-0000-000000000000");
    expect(recommendationEventSchemas[type].safeParse(data).error).toBeUndefined();
  }
  expect(JSON.stringify(rows)).not.toContain("Faro");
});
