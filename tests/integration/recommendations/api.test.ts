import { beforeAll, expect, test, vi } from "vitest";
import type { Recommendations } from "@/lib/recommendations/schemas";
import { sql } from "../../support/stack.ts";
import { type Browser, call, network, newBrowser, signedIn } from "../core/request.ts";
import { createCommunity, createPerson, join, type Person } from "../people.ts";
import { addEvent, createJourney } from "./scene.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => ({
  ...(await import("../core/request.ts")).nextIntl,
  getLocale: async () => "en",
}));

const { GET, POST } = await import("@/app/network/api/recommendations/route");

const url = `${network}/api/recommendations`;
const get = (search: string, who = browser) => call(who, GET, { url: `${url}${search}` });
const post = (body: unknown, who = browser) =>
  call(who, POST, {
    url,
    method: "POST",
    headers: { "content-type": "application/json", origin: network },
    body: JSON.stringify(body),
  });

let browser: Browser;
let person: Person;

beforeAll(async () => {
  ({ person, browser } = await signedIn());
  const owner = await createPerson("Owner");
  const { id } = await createCommunity(owner);
  await join(person, id);
  for (let n = 0; n < 2; n++) await addEvent(id, owner.id, { title: `Event ${n}`, in: 4 + n });
});

test("what is suggested is read and answered as JSON", async () => {
  const journey = await createJourney(person, "Plan");
  const given = (await (await get(`?journey=${journey}&limit=1`)).json()) as Recommendations;
  expect(given).toMatchObject({ pending: false, may_add: true, items: [{ kind: "event", why: null }] });
  const ids = given.items.map(({ recommendation_id }) => recommendation_id);
  expect(await (await post({ outcome: "shown", ids })).json()).toEqual({ journey: null });
  expect(await (await post({ outcome: "accepted", ids, journey })).json()).toEqual({ journey });
  expect(((await (await get(`?journey=${journey}`)).json()) as Recommendations).items).toHaveLength(1);
});

test("a journey that is begun twice is answered twice, and there once", async () => {
  const { items } = (await (await get("?limit=2")).json()) as Recommendations;
  const ids = items.map(({ recommendation_id }) => recommendation_id);
  const begin = async () =>
    (await post({ outcome: "begun", ids, title: "Two days away", time_zone: "UTC" })).json();
  const [first, second] = await Promise.all([begin(), begin()]);
  expect(first).toEqual({ journey: expect.any(String) });
  expect([second, await begin()]).toEqual([first, first]);
  const found = await sql(
    "select from public.user_journeys where owner_id = $1 and title = 'Two days away'",
    [person.id],
  );
  expect(found).toHaveLength(1);
});

test("nobody else is answered, and what is not understood is refused", async () => {
  expect((await get("", newBrowser())).status).toBe(401);
  const journey = await createJourney(person, "Plan");
  expect((await get(`?journey=${journey}`, (await signedIn()).browser)).status).toBe(404);
  for (const search of ["?limit=0", "?limit=21", "?journey=x", "?wait=maybe", "?person=x"])
    expect((await get(search)).status, search).toBe(422);
  const ids = ["00000000-0000-7000-8000-000000000001"];
  for (const body of [
    { outcome: "completed", ids },
    { outcome: "shown", ids: [] },
    { outcome: "shown", ids, journey },
    { outcome: "accepted", ids },
  ])
    expect((await post(body)).status, JSON.stringify(body)).toBe(422);
  expect((await post({ outcome: "accepted", ids, journey })).status).toBe(404);
});
