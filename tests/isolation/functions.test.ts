import { expect, test } from "vitest";
import { type Actor, actorNames, actorOf } from "./engine/actors.ts";
import {
  callsAboutSlugs,
  callsWithIds,
  callsWithoutIds,
  type Names,
  namesIn,
  networkCalls,
  nothing,
  serverCalls,
} from "./engine/calls.ts";
import { grotto, harbour, idOf, meadow } from "./engine/cast.ts";
import { answers, calling, planted } from "./engine/harness.ts";
import { probe } from "./engine/probe.ts";
import { functionsExpected } from "./expected/functions.ts";

const actors = actorNames.map((name) => actorOf(name, harbour, meadow));
const exposed = Object.keys(functionsExpected)
  .map((name) => /^public\.(\w+)\(/.exec(name)?.[1])
  .filter((name) => name !== undefined);

test("every exposed function is tried with foreign ids, or is said to take none", () => {
  const tried = [
    ...Object.keys(callsWithIds),
    ...callsWithoutIds,
    ...callsAboutSlugs,
    ...Object.keys(serverCalls),
  ];
  expect([...new Set(tried)].sort()).toEqual([...new Set(exposed)].sort());
});

/** Calls that can be told apart although the caller should learn nothing. */
async function distinguishable(who: Actor[], real: Names, made: Names): Promise<string[]> {
  const calls = who.flatMap((actor) =>
    Object.entries(callsWithIds).map(([name, call]) => ({ actor, name, call })),
  );
  const [withReal, withMade] = await planted(async (db) => [
    await answers(
      db,
      calls.map(({ actor, call }) => calling(actor, call(real))),
    ),
    await answers(
      db,
      calls.map(({ actor, call }) => calling(actor, call(made))),
    ),
  ]);
  return calls.flatMap(({ actor, name }, index) => {
    const [left, right] = [withReal?.[index], withMade?.[index]];
    return left === right ? [] : [`${name} as ${actor.name}: ${left} against ${right}`];
  });
}

test("a secret community answers every function like one that is not there, to whoever does not belong to it", async () => {
  const strangers = actors.filter((actor) => actor.name !== "dual");
  expect(await distinguishable(strangers, namesIn(grotto), nothing)).toEqual([]);
});

test("rows of another community answer like missing ones when named together with one's own community", async () => {
  const foreign = { ...namesIn(meadow), tenant: harbour.id, slug: "fixture-harbour" };
  const missing = { ...nothing, tenant: harbour.id, slug: "fixture-harbour" };
  expect(await distinguishable(actors, foreign, missing)).toEqual([]);
});

test("a token bound to one community answers for another of the same person as if it were not there", async () => {
  const bound = actors.filter((actor) => actor.boundTo !== null);
  expect(bound.length).toBe(5);
  expect(await distinguishable(bound, namesIn(meadow), nothing)).toEqual([]);
});

test("a bound token cannot use what belongs to the network host", async () => {
  const bound = actors.filter((actor) => actor.boundTo !== null);
  const outcomes = await planted((db) =>
    probe(
      db,
      bound.flatMap((actor) => networkCalls.map((call) => calling(actor, call))),
    ),
  );
  expect(new Set(outcomes.map((outcome) => outcome.state))).toEqual(new Set(["42501"]));
});

test("the same functions answer a member on the network host", async () => {
  const member = actorOf("member", harbour, meadow);
  const outcomes = await planted((db) =>
    probe(
      db,
      networkCalls.map((call) => calling(member, call)),
    ),
  );
  expect(outcomes.map((outcome) => `${outcome.state} ${outcome.message}`)).toEqual(
    networkCalls.map(() => "ok "),
  );
});

test("a post one may not see and a missing one have the same page", async () => {
  const member = actorOf("member", harbour, meadow);
  const page = (post: string) => calling(member, `public.post_page('${harbour.id}', '${post}')`);
  const given = await planted((db) =>
    answers(db, [
      page(idOf("post", harbour, "hidden")),
      page(idOf("post", harbour, "locked-diary")),
      page(idOf("post", grotto, "public")),
      page(nothing.post),
    ]),
  );
  expect(new Set(given)).toEqual(new Set(["ok null (1)"]));
});
