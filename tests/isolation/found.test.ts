import { expect, test } from "vitest";
import { actorNames, actorOf } from "./engine/actors.ts";
import { cellar, grotto, harbour, idOf, meadow } from "./engine/cast.ts";
import { answers, calling, planted, serverToken } from "./engine/harness.ts";

const visitor = (tenant: string) => ({
  role: "anon" as const,
  claims: JSON.stringify({ role: "anon", scope: "community", tenant_id: tenant }),
});

const callsFor = (tenant: string, post: string, event: string) => [
  `public.public_posts('${tenant}')`,
  `public.public_post('${tenant}', '${post}')`,
  `public.public_events('${tenant}', '${event}')`,
  `public.public_events('${tenant}')`,
  `public.community_sitemap('${tenant}')`,
];

test("what others may keep of a public community is its public posts and events alone", async () => {
  const calls = callsFor(harbour.id, idOf("post", harbour, "public"), idOf("event", harbour, "fair"));
  const given = await planted((db) =>
    answers(
      db,
      calls.map((call) => calling(visitor(harbour.id), call)),
    ),
  );
  const told = given.join("\n");
  expect(told).toContain(idOf("post", harbour, "public"));
  expect(told).toContain(idOf("event", harbour, "fair"));
  for (const label of ["members", "hidden", "quiet", "diary", "gone"]) {
    expect(told).not.toContain(idOf("post", harbour, label));
  }
  for (const label of ["meeting", "crossing"]) expect(told).not.toContain(idOf("event", harbour, label));
});

test("nobody is given such an answer about a private or secret community, its members neither", async () => {
  const given = await planted((db) =>
    answers(
      db,
      [cellar, grotto].flatMap((at) => {
        const calls = callsFor(at.id, idOf("post", at, "public"), idOf("event", at, "fair"));
        const members = actorNames.map((name) => actorOf(name, at, meadow));
        return [visitor(at.id), ...members].flatMap((who) => calls.map((call) => calling(who, call)));
      }),
    ),
  );
  expect(new Set(given)).toEqual(new Set(["ok null (1)"]));
});

test("a post for members, a removed one and a missing one have no picture", async () => {
  const picture = (post: string) =>
    calling(visitor(harbour.id), `public.public_post('${harbour.id}', '${post}')`);
  const given = await planted((db) =>
    answers(db, [
      picture(idOf("post", harbour, "members")),
      picture(idOf("post", harbour, "gone")),
      picture(idOf("post", meadow, "public")),
      picture("00000000-0000-7000-8000-000000000002"),
    ]),
  );
  expect(new Set(given)).toEqual(new Set(["ok null (1)"]));
});

test("the network's list names public communities only", async () => {
  const [told = ""] = await planted((db) => answers(db, [calling(serverToken, "public.network_sitemap()")]));
  expect(told).toContain("fixture-harbour");
  expect(told).toContain("fixture-meadow");
  expect(told).not.toContain("fixture-cellar");
  expect(told).not.toContain("fixture-grotto");
});
