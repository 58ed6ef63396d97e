import { expect, test } from "vitest";
import { actorOf } from "./engine/actors.ts";
import { harbour, meadow } from "./engine/cast.ts";
import { answers, calling, planted } from "./engine/harness.ts";

const member = actorOf("member", harbour, meadow);
const owner = actorOf("owner", harbour, meadow);

const unavailable = {
  "of a secret community": "fixture-grotto",
  "like a secret community's": "f1xture-gr0tto",
  "of a public community": "fixture-meadow",
  reserved: "reserved-in-fixture",
  "like a reserved one": "reserved-1n-f1xture",
  "left behind by a rename": "old-cellar",
};

test("an address that is taken, reserved, confusable or left behind gets one answer", async () => {
  const slugs = Object.values(unavailable);
  const given = await planted(async (db) => ({
    founding: await answers(
      db,
      slugs.map((slug) => calling(member, `public.create_community('${slug}', 'Fresh')`)),
    ),
    renaming: await answers(
      db,
      slugs.map((slug) => calling(owner, `public.rename_community('${harbour.id}', '${slug}')`)),
    ),
    asking: await answers(
      db,
      slugs.map((slug) => calling(member, `public.slug_is_free('${slug}')`)),
    ),
    free: await answers(db, [
      calling(member, "public.slug_is_free('fresh-place')"),
      calling(owner, `public.rename_community('${harbour.id}', 'fresh-place')`),
    ]),
  }));
  expect(given.founding).toEqual(slugs.map(() => "P0001 conflict:slug_unavailable"));
  expect(given.renaming).toEqual(slugs.map(() => "P0001 conflict:slug_unavailable"));
  expect(given.asking).toEqual(slugs.map(() => "ok false (1)"));
  expect(given.free).toEqual(["ok true (1)", "ok fresh-place (1)"]);
});
