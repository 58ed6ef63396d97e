import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, type Crowd, crowdPool, foundCrowd } from "./engine/crowd.ts";

let pool: pg.Pool;
beforeAll(() => {
  pool = crowdPool(40);
});
afterAll(() => pool.end());

async function ownersOf(crowd: Crowd): Promise<number> {
  const { rows } = await pool.query<{ owners: number }>(
    "select count(*)::int as owners from public.tenant_users where tenant_id = $1 and role = 'owner' and status = 'active'",
    [crowd.tenant],
  );
  return rows[0]?.owners ?? 0;
}

const refused = ["P0001 conflict:last_owner", "42501 forbidden:role", "42501 not_found:member"];

test("one owner stays, whatever two owners do to each other and themselves at the same moment", async () => {
  const crowds = await Promise.all(Array.from({ length: 25 }, () => foundCrowd(pool, ["owner", "owner"])));
  const answers = await Promise.all(
    crowds.flatMap(({ tenant, people: [first = "", second = ""] }) => [
      actAs(pool, first, "select public.leave_community($1)", [tenant]),
      actAs(pool, second, "select public.leave_community($1)", [tenant]),
      actAs(pool, first, "select public.set_member($1, $2, 'member')", [tenant, second]),
      actAs(pool, second, "select public.set_member($1, $2, null, 'suspended')", [tenant, first]),
    ]),
  );
  expect(answers.length).toBe(100);
  const unexpected = answers.filter(
    (answer) => answer !== "ok" && !refused.includes(answer) && answer !== "42501 not_found:membership",
  );
  expect(unexpected).toEqual([]);
  const owners = await Promise.all(crowds.map(ownersOf));
  expect(owners.filter((count) => count < 1)).toEqual([]);
});

test("one owner stays when a hundred attempts hit one community at once", async () => {
  const crowd = await foundCrowd(
    pool,
    Array.from({ length: 10 }, () => "owner"),
  );
  const { tenant, people } = crowd;
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => {
      const actor = people[index % 10] ?? "";
      const target = people[(index * 7 + 3) % 10] ?? "";
      return index % 3 === 0
        ? actAs(pool, actor, "select public.leave_community($1)", [tenant])
        : actAs(pool, actor, "select public.set_member($1, $2, 'admin')", [tenant, target]);
    }),
  );
  expect(answers.filter((answer) => answer.startsWith("40P01"))).toEqual([]);
  expect(answers).toContain("ok");
  expect(await ownersOf(crowd)).toBeGreaterThanOrEqual(1);
});

test("a member who leaves while being made owner does not take ownership along", async () => {
  const crowds = await Promise.all(Array.from({ length: 30 }, () => foundCrowd(pool, ["owner", "member"])));
  await Promise.all(
    crowds.flatMap(({ tenant, people: [owner = "", member = ""] }) => [
      actAs(pool, owner, "select public.set_member($1, $2, 'owner')", [tenant, member]),
      actAs(pool, member, "select public.leave_community($1)", [tenant]),
      actAs(pool, owner, "select public.leave_community($1)", [tenant]),
    ]),
  );
  const owners = await Promise.all(crowds.map(ownersOf));
  expect(owners.filter((count) => count < 1)).toEqual([]);
});
