import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { databaseGate, type Share } from "@/lib/ai/gate";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson } from "../people.ts";

const gate = databaseGate(100, "test");
let communities: string[];

beforeAll(async () => {
  const owner = await createPerson("Owner");
  communities = [(await createCommunity(owner)).id, (await createCommunity(owner)).id];
});

const share = (place: number, tokens: number): Share => ({ tenantId: communities[place] ?? "", tokens });
const spent = async (place: number) =>
  Number(
    (
      await sql<{ tokens: string }>("select tokens from private.ai_budgets where tenant_id = $1", [
        communities[place],
      ])
    )[0]?.tokens ?? 0,
  );
const waitOver = (provider: string) =>
  sql("update private.ai_breakers set open_until = now(), probing_until = null where provider = $1", [
    provider,
  ]);

test("a community's day holds what it holds, also for many at once; the others are charged all the same", async () => {
  const all = await Promise.all(
    Array.from({ length: 12 }, () => gate.admit(["near"], [share(0, 30), share(1, 5)])),
  );
  expect(all.filter(({ charged }) => charged.some(({ tokens }) => tokens === 30))).toHaveLength(3);
  expect(await spent(0)).toBe(90);
  expect(await spent(1)).toBe(60);
  const [first] = all as [(typeof all)[0]];
  await gate.settle({ ...first, charged: [share(0, 30), share(1, 5)] }, [share(0, 12), share(1, 9)], []);
  expect(await spent(0)).toBe(72);
  expect(await spent(1)).toBe(64);
});

test("what one process learns of a provider all know; one alone tries it, and gives it back to all", async () => {
  const provider = randomUUID();
  const other = databaseGate(100, "another process");
  const standing = async (asks = other) => (await asks.admit([provider], [])).standing.get(provider);
  const learnt = await gate.admit([provider], []);
  expect(learnt.standing.get(provider)).toBe("closed");
  await gate.settle(learnt, [], [{ provider, openForMs: 120_000, reason: "broken" }]);
  expect(await standing()).toBe("open");
  await waitOver(provider);
  const tries = await Promise.all(Array.from({ length: 8 }, () => standing()));
  expect(tries.sort()).toEqual([...Array(7).fill("open"), "probe"]);
  await gate.settle(learnt, [], [{ provider, openForMs: null, reason: "answered" }]);
  expect(await standing()).toBe("closed");
});

test("nothing is charged where nobody can be asked", async () => {
  const provider = randomUUID();
  const before = await spent(1);
  const admission = await gate.admit([provider], []);
  await gate.settle(admission, [], [{ provider, openForMs: 60_000, reason: "late" }]);
  expect((await gate.admit([provider], [share(1, 1)])).charged).toEqual([]);
  expect(await spent(1)).toBe(before);
});
