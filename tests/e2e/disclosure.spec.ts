import { expect, test } from "playwright/test";
import { PLACES, TANGO } from "./places.ts";
import { network, subdomain } from "./support.ts";
import { type Answer, ask, type Sent } from "./wire.ts";
import {
  eventId,
  makeCommunity,
  makePeople,
  openSession,
  type Person,
  postId,
  withDatabase,
} from "./world.ts";

const [{ at }] = PLACES;
const ABSENT = "00000000-0000-4000-8000-000000000000";

const ROWS = /<script[^>]*>self\.__next_f\.push\(\[1,(".*?")\]\)<\/script>/gs;

/** A page in an order of its own: React sends and numbers the parts of one as they get ready. */
function inOrder(page: string): string[] {
  const rows = [...page.matchAll(ROWS)].map(([, row = ""]) => JSON.parse(row) as string).join("");
  const unnumbered = rows
    .split("\n")
    .map((row) => row.replace(/^[0-9a-f]+:/, "").replace(/\$[A-Z@]?[0-9a-f]+(?=")/g, "$"));
  return [page.replaceAll(ROWS, ""), ...unnumbered.sort()];
}

/** Names and moments that are drawn by lot when a hand-off begins. */
const DRAWN = /archipelago-handoff=[^;]+|nonce=[0-9a-f]{64}|Expires=[^;]+/gi;

/** An answer without what differs between any two: the moment, the request's id and nonce, where the asker stands. */
function essence({ status, headers, body }: Answer, ...asked: string[]): object {
  const { date: _date, "x-request-id": id, ratelimit: _rate, ...rest } = headers;
  const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1];
  const parts = [id, nonce, ...asked].filter((part) => part !== undefined);
  const blank = (text: string) =>
    parts.reduce((left, part) => left.replaceAll(part, "…"), text).replace(DRAWN, "…");
  const told = Object.entries(rest).map(([name, value]) => `${name}: ${blank(value)}`);
  return { status, headers: told, body: inOrder(blank(body)) };
}

async function makeIsle() {
  const [ana, ben, cleo] = await makePeople("Ana Pratt", "Ben Osei", "Cleo Ahn");
  const key = (person: Person) => person.key as never;
  const event = {
    description: "Kept.",
    organizer: key(ana),
    startsInDays: 3,
    timeZone: "Europe/London",
    allDay: true as const,
    days: 1,
  };
  const isle = await makeCommunity({
    members: [{ person: ana, role: "owner" }, { person: ben }],
    groups: [{ name: "Crew", members: [ana] }],
    posts: [
      { by: ana, title: "Open", body: "Open.", visibility: "public" },
      { by: ana, title: "Members", body: "Kept.", visibility: "members" },
      { by: ana, title: "Crew", body: "Kept.", visibility: "group", group: "g0" },
      { by: ana, title: "Own", body: "Kept.", visibility: "me" },
      { by: ana, title: "Removed", body: "Kept.", visibility: "me" },
    ],
    events: [{ ...event, key: "kept", title: "Kept" }],
  });
  const id = (index: number) => postId(isle.slug, `p${index}`);
  const event_ = eventId(isle.slug, "kept");
  await withDatabase(async (client) => {
    await client.query("update public.posts set deleted_at = now(), removed_by = 'author' where id = $1", [
      id(4),
    ]);
    await client.query("update public.events set visibility = 'members' where id = $1", [event_]);
  });
  return { ana, ben, cleo, isle, id, event: event_ };
}

const OF_POST: [string, Sent?][] = [
  ["/p/ID"],
  ["/p/ID/edit"],
  ["/p/ID/history"],
  ["/p/ID/og.png"],
  ["/api/v1/posts/ID"],
  ["/api/v1/posts/ID/comments"],
  ["/api/v1/posts/ID/like", { method: "PUT" }],
  ["/api/v1/posts/ID/like", { method: "DELETE" }],
  ["/api/v1/posts/ID/bookmark", { method: "PUT" }],
];
const OF_EVENT: [string, Sent?][] = [["/events/ID"], ["/events/ID/og.png"], ["/events/ID/event.ics"]];

test("what one may not know of is answered as what is not there", async () => {
  test.setTimeout(180_000);
  const { ben, cleo, isle, id, event } = await makeIsle();
  const foreign = postId(TANGO.slug, "primera-vez");
  const { origin, hostname } = new URL(at(isle));
  const crew = [id(2), id(3), id(4), foreign];
  const askers: [string, Record<string, string>, string[]][] = [
    ["a visitor", {}, [id(1), ...crew]],
    ["somebody from outside", await openSession(cleo, isle.slug, hostname), [id(1), ...crew]],
    ["a member", await openSession(ben, isle.slug, hostname), crew],
  ];
  for (const [who, cookies, hidden] of askers) {
    const hears = async (path: string, asked: string, sent: Sent = {}) =>
      essence(
        await ask(at(isle, path.replace("ID", asked)), { ...sent, headers: { origin, ...cookies } }),
        asked,
      );
    for (const [path, sent] of OF_POST) {
      const missing = await hears(path, ABSENT, sent);
      for (const asked of hidden) {
        expect.soft(await hears(path, asked, sent), `${who} asks ${path} for ${asked}`).toEqual(missing);
      }
      if (path === "/p/ID") expect.soft(await hears(path, id(0)), who).not.toEqual(missing);
    }
    for (const [path, sent] of who === "a member" ? [] : OF_EVENT) {
      expect
        .soft(await hears(path, event, sent), `${who} asks ${path}`)
        .toEqual(await hears(path, ABSENT, sent));
    }
  }
});

test("a community that is secret is answered as one that is not there", async () => {
  const [cleo] = await makePeople("Cleo Ahn");
  const secret = await makeCommunity({ privacy: "secret", members: [{ person: cleo, role: "owner" }] });
  const nowhere = `isle-${"x".repeat(10)}`;
  const paths = ["/", "/about", "/feed.atom", "/session/start", "/members", "/media/x", "/api/v1/feed"];
  const asked = [
    ...[...paths, `/p/${ABSENT}`, `/api/v1/posts/${ABSENT}`].map(
      (path) => (slug: string) => ask(subdomain(slug, path)),
    ),
    (slug: string) => ask(network(`/go/${slug}`)),
    (slug: string) => ask(network("/api/v1/feed"), { headers: { "x-community": slug } }),
  ];
  for (const [index, hear] of asked.entries()) {
    const answer = await hear(secret.slug);
    const nothing = essence(await hear(nowhere), nowhere);
    expect.soft(essence(answer, secret.slug), `question ${index}`).toEqual(nothing);
    expect.soft(answer.body, `question ${index}`).not.toContain(secret.name);
  }
});
