import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { newId } from "@/lib/ids/uuid";
import { person as as } from "../../bench/sql/caller.ts";
import { pageBuffers } from "../../bench/sql/pages.ts";
import { sql, stackEnv } from "../../support/stack.ts";
import { type Browser, call, network, newBrowser, signedIn } from "../core/request.ts";
import { createCommunity, join, type Person } from "../people.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../core/request.ts")).nextIntl);

const LIST = await import("@/app/network/api/journeys/route");
const ONE = await import("@/app/network/api/journeys/[id]/route");
const ADD = await import("@/app/network/api/journeys/[id]/activities/route");
const ACTIVITY = await import("@/app/network/api/journeys/[id]/activities/[activity]/route");
const SOURCES = await import("@/app/network/api/journeys/sources/route");
const IMPORT = await import("@/app/network/api/journeys/[id]/import/route");
const CALENDAR = await import("@/app/network/journeys/[id]/calendar.ics/route");

interface Row {
  id: string;
  version: number;
  title: string | null;
  source_state: string | null;
}

let person: Person;
let browser: Browser;
let other: Awaited<ReturnType<typeof signedIn>>;
let community: { id: string; slug: string };
const event = newId();
const url = `${network}/api/journeys`;

const send = (
  who: Browser,
  handler: typeof LIST.POST,
  path: string,
  method: string,
  body?: unknown,
  params = {},
) =>
  call(
    who,
    handler,
    {
      url: `${url}${path}`,
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    },
    params,
  );

async function begin(title: string, activities: object[] = []): Promise<string> {
  const answer = await send(browser, LIST.POST, "", "POST", {
    title,
    time_zone: "Europe/Lisbon",
    activities,
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  return ((await answer.json()) as { id: string }).id;
}

async function read(id: string, who = browser): Promise<Row[]> {
  const answer = await send(who, ONE.GET, `/${id}`, "GET", undefined, { id });
  return ((await answer.json()) as { activities: Row[] }).activities;
}

beforeAll(async () => {
  ({ person, browser } = await signedIn());
  other = await signedIn();
  community = await createCommunity(person);
  await sql(
    `insert into public.events (tenant_id, id, organizer_id, title, starts_local, ends_local, time_zone)
     values ($1, $2, $3, 'Regatta', '2031-06-01 10:00', '2031-06-01 12:00', 'Europe/Lisbon')`,
    [community.id, event, person.id],
  );
});

test("a journey is planned over the API: begun, added to, read page by page, and ended", async () => {
  const found = await (await send(browser, SOURCES.GET, "/sources?q=rega", "GET")).json();
  expect(found).toMatchObject({ items: [{ kind: "event", id: event, tenant_id: community.id }] });
  const id = await begin("Summer");
  const added = await send(
    browser,
    ADD.POST,
    `/${id}/activities`,
    "POST",
    { activities: [{ kind: "event", source_tenant_id: community.id, source_id: event }] },
    { id },
  );
  expect(await added.json()).toMatchObject({
    items: [{ title: "Regatta", starts_local: "2031-06-01T10:00" }],
  });
  await begin("Autumn");
  const first = (await (await send(browser, LIST.GET, "?limit=1", "GET")).json()) as {
    items: Row[];
    next: string;
  };
  expect(first.items.map(({ title }) => title)).toEqual(["Autumn"]);
  const rest = await (await send(browser, LIST.GET, `?limit=5&before=${first.next}`, "GET")).json();
  expect(rest).toMatchObject({ items: [{ title: "Summer", counts: { planned: 1 } }], next: null });
  expect((await send(browser, ONE.DELETE, `/${id}`, "DELETE", {}, { id })).status).toBe(204);
  expect((await send(browser, ONE.GET, `/${id}`, "GET", undefined, { id })).status).toBe(404);
});

test("of many who change one activity from the same version exactly one is saved, and the others are answered the row", async () => {
  const id = await begin("Together", [{ kind: "free", title: "Swim" }]);
  const [row] = await read(id);
  const answers = await Promise.all(
    ["one", "two", "three", "four"].map((title) =>
      send(
        browser,
        ACTIVITY.PATCH,
        `/${id}/activities/${row?.id}`,
        "PATCH",
        { version: row?.version, changes: { title } },
        { id, activity: row?.id ?? "" },
      ),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  const saved = (await answers.find(({ status }) => status === 200)?.json()) as Row;
  const refused = (await answers.find(({ status }) => status === 409)?.json()) as { current: Row };
  expect([refused.current.title, (await read(id))[0]?.title]).toEqual([saved.title, saved.title]);
});

test("whoever has no part in a journey finds nothing, and whoever is not signed in is asked to", async () => {
  const id = await begin("Mine", [{ kind: "free", title: "Secret" }]);
  expect((await send(other.browser, ONE.GET, `/${id}`, "GET", undefined, { id })).status).toBe(404);
  const change = { version: 1, changes: { title: "x" } };
  expect((await send(other.browser, ONE.PATCH, `/${id}`, "PATCH", change, { id })).status).toBe(404);
  expect((await send(newBrowser(), LIST.GET, "", "GET")).status).toBe(401);
  const odd = { title: "x", time_zone: "Nowhere/Land" };
  expect((await send(browser, LIST.POST, "", "POST", odd)).status).toBe(422);
  const strange = [{ kind: "event", source_tenant_id: community.id, source_id: event }];
  const stolen = await send(other.browser, LIST.POST, "", "POST", {
    title: "x",
    time_zone: "UTC",
    activities: strange,
  });
  expect(stolen.status).toBe(404);
});

test("what was planned from a community that one left stays and says so", async () => {
  await join(other.person, community.id);
  const answer = await send(other.browser, LIST.POST, "", "POST", {
    title: "Visit",
    time_zone: "UTC",
    activities: [{ kind: "event", source_tenant_id: community.id, source_id: event }],
  });
  const { id } = (await answer.json()) as { id: string };
  expect(await read(id, other.browser)).toMatchObject([{ title: "Regatta", source_state: "there" }]);
  await sql(
    "update public.tenant_users set status = 'removed', left_at = now() where tenant_id = $1 and user_id = $2",
    [community.id, other.person.id],
  );
  expect(await read(id, other.browser)).toMatchObject([{ title: "Regatta", source_state: "left" }]);
});

test("a calendar file is shown before it is added, and one of 20 MB is refused before it is read", async () => {
  const id = await begin("Import");
  const bring = (body: BodyInit) =>
    call(
      browser,
      IMPORT.POST,
      {
        url: `${url}/${id}/import`,
        method: "POST",
        body,
        headers: { "content-type": "text/calendar" },
      },
      { id },
    );
  const file = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Ferry\r\nDTSTART:${new Date(
    Date.now() + 864e5,
  )
    .toISOString()
    .slice(0, 10)
    .replaceAll("-", "")}T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  expect(await (await bring(file)).json()).toMatchObject({ activities: [{ title: "Ferry" }], broken: null });
  expect(await (await bring("BEGIN:VCALENDAR\nnonsense\n")).json()).toMatchObject({ broken: { line: 2 } });
  expect(await read(id)).toEqual([]);
  const huge = await bring("x".repeat(20_000_000));
  expect([huge.status, await huge.json()]).toMatchObject([422, { type: "about:blank#too_large" }]);
});

test("a calendar address shows the journey until it is closed", async () => {
  const id = await begin("Feed", [{ kind: "free", title: "Sail, slowly", starts_local: "2031-06-01T10:00" }]);
  const key = "k".repeat(40);
  const get = (query: string, who: Browser) =>
    call(who, CALENDAR.GET, { url: `${network}/journeys/${id}/calendar.ics${query}` }, { id });
  const { hashSecret } = await import("@/lib/auth/secrets");
  await sql("insert into public.journey_calendars (journey_id, user_id, key_hash) values ($1, $2, $3)", [
    id,
    person.id,
    hashSecret(key),
  ]);
  const text = await (await get(`?key=${key}`, newBrowser())).text();
  expect(text).toContain("SUMMARY:Sail\\, slowly");
  expect(text).toContain("DTSTART:20310601T090000Z");
  expect((await get("", browser)).status).toBe(200);
  for (const [query, who] of [
    ["?key=wrong", newBrowser()],
    ["", newBrowser()],
    ["", other.browser],
  ] as const)
    expect((await get(query, who)).status).toBe(404);
  await sql("delete from public.journey_calendars where journey_id = $1", [id]);
  expect((await get(`?key=${key}`, newBrowser())).status).toBe(404);
});

test("a journey with 200 activities is read in one call that touches little", async () => {
  const events = Array.from({ length: 200 }, newId);
  await sql(
    `insert into public.events (tenant_id, id, organizer_id, title, starts_local, ends_local, time_zone)
     select $1, e.id, $2, 'Event', '2031-06-01 10:00', '2031-06-01 11:00', 'UTC' from unnest($3::uuid[]) e(id)`,
    [community.id, person.id, events],
  );
  const id = await begin(
    "Long",
    events.map((source_id) => ({ kind: "event", source_tenant_id: community.id, source_id })),
  );
  const client = new pg.Client({ connectionString: stackEnv().DATABASE_URL });
  await client.connect();
  const touched = await pageBuffers(client, as(person.id), "select public.journey_page($1)", [id]);
  await client.end();
  expect(touched).toBeGreaterThan(50);
  expect(touched).toBeLessThanOrEqual(500);
  expect(await read(id)).toHaveLength(200);
});
