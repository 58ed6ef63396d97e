import { expect, test } from "vitest";
import { distanceKm, travelMinutes } from "@/lib/journeys/warnings";
import { sql } from "../../support/stack.ts";
import { createCommunity, dbOf, join } from "../people.ts";
import { addEvent, createJourney, createScene, input, noon, setInterests, titles } from "./scene.ts";

const hours = (n: number) => n / 24;

test("leaves out what there is no time to travel to, and puts what lies far from a journey last", async () => {
  const { owner, reader, communities } = await createScene(2);
  const [a, b] = communities as [string, string];
  const lisbon = { city: "Lisbon", country: "Portugal" };
  const planned = await addEvent(a, owner.id, { title: "Planned", in: 20, ...lisbon });
  const add = (title: string, after: number, more: object) =>
    addEvent(b, owner.id, { title, in: 20 + hours(after), hours: 1, ...more });
  await add("In town, right after", 2, lisbon);
  await add("Abroad, too soon", 3, { city: "Seville", country: "Spain" });
  await add("Abroad, before and too late", -2, { city: "Seville", country: "Spain" });
  await add("Abroad, in the evening", 8, { city: "Seville", country: "Spain" });
  await add("Under other clocks", 15, { city: "Tokyo", zone: "Asia/Tokyo" });
  await add("On screen", 3.5, { city: "Seville", country: "Spain", online: true });
  await add("Another town, too soon", 2.25, { city: "Sintra", country: "Portugal" });
  await add("Another town", 5, { city: "Sintra", country: "Portugal" });
  const journey = await createJourney(reader, "Some days", { from: 20, days: 2 }, [
    { kind: "event", source_tenant_id: a, source_id: planned },
  ]);
  const answer = await input(reader, journey);
  expect(titles(answer).sort()).toEqual([
    "Abroad, in the evening",
    "Another town",
    "In town, right after",
    "On screen",
  ]);
  const order = titles(await input(reader, journey));
  expect(order[0]).toBe("In town, right after");
  expect(order.at(-1)).toBe("Abroad, in the evening");
  // Without the journey nothing is in the way.
  expect(titles(await input(reader))).toContain("Abroad, too soon");
});

test("knows how far a town is where the journey has its coordinates", async () => {
  const { owner, reader, communities } = await createScene(1);
  const [a] = communities;
  const free = (
    title: string,
    place: string,
    latitude: number,
    longitude: number,
    at: string,
    until: string,
  ) => ({
    kind: "free",
    title,
    place,
    latitude,
    longitude,
    starts_local: at,
    ends_local: until,
  });
  const journey = await createJourney(reader, "Two towns", { from: 20, days: 2 }, [
    free("Tiles", "Lisbon", 38.72, -9.14, noon(20, -3), noon(20, -1)),
    free("Cellars", "Porto", 41.15, -8.61, noon(21, 2), noon(21, 3)),
  ]);
  // Three hours over land, and there are two and a half.
  await addEvent(a, owner.id, { title: "Too soon", in: 20 + hours(1.5), city: "Porto" });
  await addEvent(a, owner.id, { title: "In time", in: 20 + hours(3), city: "Porto" });
  expect(titles(await input(reader, journey))).toEqual(["In time"]);
});

test("prefers a journey's own places to all that speaks for another", async () => {
  const { owner, reader, communities } = await createScene(1);
  const [a] = communities;
  await setInterests(reader, a, ["sailing", "knots"]);
  await addEvent(a, owner.id, { title: "Sailing and knots", in: 21, city: "Oslo", country: "Norway" });
  await addEvent(a, owner.id, { title: "Concert", in: 22, city: "Faro" });
  const days = { from: 20, days: 5 };
  const journey = await createJourney(reader, "Some days in Faro", days);
  expect(titles(await input(reader, journey))).toEqual(["Concert", "Sailing and knots"]);
  const nowhere = await createJourney(reader, "Some days", days);
  expect(titles(await input(reader, nowhere))).toEqual(["Sailing and knots", "Concert"]);
});

test("asks again before it is shown, and tells a companion nothing by the place of what they may not read", async () => {
  const { owner, reader, communities } = await createScene(1);
  const [a] = communities;
  const { id: secret } = await createCommunity(owner);
  const hidden = await addEvent(secret, owner.id, {
    title: "Hidden",
    in: 20,
    city: "Faro",
    country: "Portugal",
  });
  const near = await addEvent(a, owner.id, {
    title: "Near",
    in: 20 + hours(5),
    city: "Faro",
    country: "Portugal",
  });
  const abroad = await addEvent(a, owner.id, {
    title: "Abroad",
    in: 20 + hours(3),
    city: "Seville",
    country: "Spain",
  });
  const journey = await createJourney(owner, "Ours", { from: 20, days: 2 }, [
    { kind: "event", source_tenant_id: secret, source_id: hidden },
  ]);
  await sql("insert into public.journey_companions (journey_id, user_id, role) values ($1, $2, 'editor')", [
    journey,
    reader.id,
  ]);
  const answer = await input(reader, journey);
  expect(titles(answer).sort()).toEqual(["Abroad", "Near"]);
  expect(answer.items.flatMap(({ reasons }) => reasons.map(({ code }) => code))).not.toContain("city");
  const give = async () => {
    const { data, error } = await dbOf(reader).rpc("give_recommendations", {
      p_journey: journey,
      p_origin: "rules",
      p_items: [near, abroad].map((id) => ({ kind: "event", tenant_id: a, id })),
    });
    expect(error).toBeNull();
    return (data as unknown as { id: string }[]).map(({ id }) => id);
  };
  expect(await give()).toEqual([near, abroad]);
  await join(reader, secret);
  expect((await input(reader, journey)).items).toMatchObject([
    { title: "Near", reasons: [{ code: "city" }, {}] },
  ]);
  expect(await give()).toEqual([near]);
});

test("the ladder of speeds is the one of the warnings", async () => {
  const points = [
    [38.72, -9.14],
    [38.73, -9.15],
    [38.8, -9.38],
    [41.15, -8.61],
    [40.42, -3.7],
    [35.68, 139.69],
    [-33.87, 151.21],
    [-38.72, 170.86],
  ] as const;
  const pairs = points.flatMap((from) => points.map((to) => [...from, ...to] as const));
  const rows = await sql<{ minutes: number }>(
    `select private.way_minutes(a, b, c, d) as minutes
     from unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[]) with ordinality p(a, b, c, d, n) order by n`,
    [0, 1, 2, 3].map((n) => pairs.map((pair) => pair[n])),
  );
  expect(rows.map(({ minutes }) => Math.ceil(Math.round(minutes * 1e6) / 1e6))).toEqual(
    pairs.map(([a, b, c, d]) =>
      travelMinutes(distanceKm({ latitude: a, longitude: b }, { latitude: c, longitude: d })),
    ),
  );
});
