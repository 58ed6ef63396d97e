import { expect, test } from "vitest";
import { actorNames, actorOf, standingOf } from "./engine/actors.ts";
import { harbour, meadow, type Person, personOf } from "./engine/cast.ts";
import { answers, by, calling, planted } from "./engine/harness.ts";
import { probe } from "./engine/probe.ts";

const rankOf: Readonly<Record<string, number>> = { owner: 4, admin: 3, moderator: 2, member: 1 };
const targets: readonly Person[] = ["owner", "admin", "moderator", "member", "suspended", "requested"];
const newRoles = ["owner", "admin", "moderator", "member", "superuser", ""] as const;
const roleOf = (who: Person) => (rankOf[who] ? who : "member");

/** What the rules say: those above change those below, nobody lifts above themselves, one owner stays. */
function expectedAnswer(mine: number, self: boolean, target: Person, newRole: string): string {
  const wanted = rankOf[newRole] ?? 0;
  const held = rankOf[roleOf(target)] ?? 0;
  if (mine < 2) return "42501 forbidden:role";
  if (wanted === 0) return "P0001 invalid:member";
  const changes = newRole !== roleOf(target);
  if (changes && (mine < 3 || wanted > mine || (wanted === 4 && mine < 4))) return "42501 forbidden:role";
  if (held > mine || (held === mine && mine < 4 && !self)) return "42501 forbidden:role";
  if (target === "owner" && newRole !== "owner") return "P0001 conflict:last_owner";
  return "ok";
}

test("who may give whom which role is exact, for every actor, target and role", async () => {
  const cases = actorNames.flatMap((name) =>
    targets.flatMap((target) =>
      newRoles.map((newRole) => ({ actor: actorOf(name, harbour, meadow), target, newRole })),
    ),
  );
  const outcomes = await planted((db) =>
    probe(
      db,
      cases.map(({ actor, target, newRole }) =>
        calling(actor, `public.set_member('${harbour.id}', '${personOf(harbour, target)}', '${newRole}')`),
      ),
    ),
  );
  const wrong = cases.flatMap(({ actor, target, newRole }, index) => {
    const standing = standingOf(actor, harbour, "own");
    const mine = standing.active ? (rankOf[standing.who ?? ""] ?? 1) : 0;
    const denied = actor.role === "anon" ? "42501 permission denied for function set_member" : undefined;
    const expected = denied ?? expectedAnswer(mine, standing.who === target, target, newRole);
    const outcome = outcomes[index];
    const got = outcome?.state === "ok" ? "ok" : `${outcome?.state} ${outcome?.message}`;
    return got === expected ? [] : [`${actor.name} makes ${target} ${newRole}: ${got}, expected ${expected}`];
  });
  expect(cases.length).toBe(468);
  expect(wrong).toEqual([]);
});

test("nobody changes role, status or membership through the table", async () => {
  const people = ["member", "moderator", "admin", "owner", "dual", "bound", "suspended", "removed"] as const;
  const attempts = people.flatMap((name) => {
    const actor = actorOf(name, harbour, meadow);
    const own = `where tenant_id = '${harbour.id}' and user_id = '${actor.me}'`;
    return [
      by(actor, `update public.tenant_users set role = 'owner' ${own}`),
      by(actor, `update public.tenant_users set status = 'active', left_at = null ${own}`),
      by(actor, "update public.tenant_users set role = 'owner'"),
      by(actor, `delete from public.tenant_users ${own}`),
      by(
        actor,
        `insert into public.tenant_users (tenant_id, user_id, role, display_name)
         values ('${meadow.id}', '${actor.me}', 'owner', 'x') on conflict (tenant_id, user_id) do update set role = 'owner'`,
      ),
      by(actor, `update public.profiles set is_placeholder = true where id = '${actor.me}'`),
      by(actor, `insert into public.platform_staff (user_id, role) values ('${actor.me}', 'super_admin')`),
    ];
  });
  const outcomes = await planted((db) => probe(db, attempts));
  expect(new Set(outcomes.map((outcome) => outcome.state))).toEqual(new Set(["42501"]));
});

test("an admin cannot make a claim for a membership above their own", async () => {
  const keeper = personOf(harbour, "keeper");
  const claim = `public.create_member_claim('${harbour.id}', '${keeper}', 'hash')`;
  const lift = (role: string) => ({
    before: `update public.tenant_users set role = '${role}' where user_id = '${keeper}'`,
  });
  const [admin, owner, moderator] = (["admin", "owner", "moderator"] as const).map((name) =>
    actorOf(name, harbour, meadow),
  );
  if (!admin || !owner || !moderator) throw new Error("no actors");
  const given = await planted((db) =>
    probe(db, [
      calling(admin, claim, lift("owner")),
      calling(owner, claim, lift("owner")),
      calling(admin, claim, lift("admin")),
      calling(moderator, claim, lift("member")),
    ]),
  );
  expect(given.map((outcome) => outcome.state)).toEqual(["42501", "ok", "ok", "42501"]);
});

test("a removed person comes back by nobody's hand but a moderator's, and a suspended one not by leaving and joining", async () => {
  const removed = actorOf("removed", harbour, meadow);
  const suspended = actorOf("suspended", harbour, meadow);
  const kicked = { before: `update public.tenant_users set left_at = null where user_id = '${removed.me}'` };
  const given = await planted((db) =>
    answers(db, [
      calling(removed, `public.join_community('${harbour.id}')`, kicked),
      calling(suspended, `public.join_community('${harbour.id}')`),
      calling(suspended, `public.leave_community('${harbour.id}')`),
    ]),
  );
  expect(given).toEqual([
    "42501 forbidden:membership_removed",
    "42501 forbidden:membership_suspended",
    "42501 not_found:membership",
  ]);
});
