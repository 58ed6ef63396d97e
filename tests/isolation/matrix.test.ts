import { expect, test } from "vitest";
import { poolFor, stackEnv } from "../support/stack.ts";
import { actorNames, standings } from "./engine/actors.ts";
import { verbs } from "./engine/attempts.ts";
import { type Db, inScratch, undone } from "./engine/db.ts";
import { runMatrix, uncovered } from "./engine/matrix.ts";
import { prepareProbes } from "./engine/probe.ts";
import { expectations } from "./expectations.ts";
import { plantFixture } from "./fixture.ts";

function planted<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return inScratch(poolFor(stackEnv().DATABASE_URL), async (db) => {
    await plantFixture(db);
    await prepareProbes(db);
    return work(db);
  });
}

test("every relation has an expectation, and every expectation a relation", async () => {
  expect(await planted(uncovered)).toEqual([]);
});

test("a new table or view without an expectation is named", async () => {
  const problems = await planted(async (db) => {
    await db.query("create table public.newcomers (tenant_id uuid primary key)");
    await db.query("create view public.shortcuts as select 1 as one");
    await db.query("drop table private.host_sessions cascade");
    return uncovered(db);
  });
  expect(problems).toEqual([
    "public.newcomers has no row in expectations.ts",
    "public.shortcuts has no row in expectations.ts",
    "private.host_sessions is expected but does not exist",
  ]);
});

test("every actor reaches exactly the rows it should, in its own and in another community", async () => {
  const result = await planted((db) => runMatrix(db));
  expect(result.failures).toEqual([]);
  expect(result.cells).toBe(Object.keys(expectations).length * verbs.length * standings().length);
  expect(result.allowed).toBeGreaterThan(900);
});

test("every actor but the one without any claims is allowed something, and nobody is allowed everything", () => {
  const allowed = (name: string) =>
    standings()
      .filter((s) => s.actor.name === name)
      .flatMap((s) =>
        Object.values(expectations).flatMap((table) => verbs.map((verb) => table[verb]?.(s).length ?? 0)),
      );
  for (const name of actorNames) {
    const counts = allowed(name);
    expect([name, counts.some((count) => count > 0)]).toEqual([name, name !== "anon"]);
    expect(counts.some((count) => count === 0)).toBe(true);
  }
});

test("a leak names table, verb, actor and community", async () => {
  const failures = await planted((db) =>
    undone(db, async () => {
      await db.query("alter policy posts_select_readers on public.posts using (true)");
      return (await runMatrix(db, { tables: ["public.posts"] })).failures;
    }),
  );
  expect(failures.length).toBeGreaterThan(30);
  expect(failures[0]).toMatch(
    /^public\.posts select as \w+ in (own|other) community \(\w+, \w+\): reached \[.+\], expected \[.*\]/,
  );
});

test("in a suspended community nobody reaches anything but their own membership", async () => {
  const result = await planted(async (db) => {
    await db.query("update public.tenants set status = 'suspended'");
    return runMatrix(db, { serves: false });
  });
  expect(result.failures).toEqual([]);
});
