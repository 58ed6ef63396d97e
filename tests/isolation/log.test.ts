import { expect, test } from "vitest";
import { poolFor, stackEnv } from "../support/stack.ts";
import { actorOf } from "./engine/actors.ts";
import { harbour, idOf, meadow, personOf } from "./engine/cast.ts";
import { type Db, inScratch, rowsOf } from "./engine/db.ts";
import { by, byOwner, calling, planted } from "./engine/harness.ts";
import { prepareProbes, probe } from "./engine/probe.ts";
import { plantFixture } from "./fixture.ts";

const logs = ["public.domain_events", "public.audit_logs"];
const changes = logs.flatMap((log) => [
  `update ${log} set occurred_at = now()`,
  `delete from ${log}`,
  `truncate ${log}`,
  `truncate ${log} cascade`,
  `insert into ${log} default values`,
]);

test("no API role changes, removes or writes what the logs hold", async () => {
  const roles = ["anon", "authenticated", "service_role"];
  const attempts = roles.flatMap((role) =>
    changes.map((sql) => ({
      role,
      claims: role === "authenticated" ? actorOf("owner", harbour, meadow).claims : "",
      sql,
    })),
  );
  const outcomes = await planted((db) => probe(db, attempts));
  expect(attempts.filter((_, index) => outcomes[index]?.state !== "42501")).toEqual([]);
});

test("neither the owner of the tables nor the superuser changes what the logs hold", async () => {
  const final = changes.filter((sql) => !sql.startsWith("insert"));
  const asOwner = await planted((db) => probe(db, final.map(byOwner)));
  const asSuperuser = await inScratch(poolFor(stackEnv().ADMIN_DATABASE_URL), async (db) => {
    await plantFixture(db);
    await prepareProbes(db);
    return probe(
      db,
      final.map((sql) => ({ role: "supabase_admin", claims: "", sql })),
    );
  });
  for (const outcomes of [asOwner, asSuperuser])
    expect(outcomes.map((outcome) => `${outcome.state} ${outcome.message}`)).toEqual(
      final.map(() => "42501 forbidden:append_only"),
    );
});

async function counts(db: Db): Promise<number[]> {
  const [row] = await rowsOf<{ events: number; audits: number }>(
    db,
    "select (select count(*)::int from public.domain_events) as events, (select count(*)::int from public.audit_logs) as audits",
  );
  return [row?.events ?? 0, row?.audits ?? 0];
}

const owner = actorOf("owner", harbour, meadow);
const moderator = actorOf("moderator", harbour, meadow);
const member = actorOf("member", harbour, meadow);
const staff = {
  role: "authenticated" as const,
  claims: JSON.stringify({ role: "authenticated", sub: personOf(harbour, "staff"), scope: "platform" }),
};

test("each privileged action leaves its audit row in its own transaction, with actor and request", async () => {
  const at = harbour.id;
  const actions = [
    {
      by: owner,
      call: `public.set_member('${at}', '${personOf(harbour, "member")}', 'moderator')`,
      row: "membership.updated",
    },
    {
      by: moderator,
      call: `public.set_member('${at}', '${personOf(harbour, "member")}', null, 'suspended')`,
      row: "membership.updated",
    },
    {
      by: moderator,
      call: `public.remove_post('${at}', '${idOf("post", harbour, "members")}')`,
      row: "post.removed_by_moderator",
    },
    {
      by: moderator,
      call: `public.remove_comment('${at}', '${idOf("comment", harbour, "on-public")}')`,
      row: "comment.removed_by_moderator",
    },
    { by: owner, call: `public.rename_community('${at}', 'renamed-place')`, row: "tenant.updated" },
    {
      by: staff,
      call: `public.set_community_status('${at}', 'suspended', 'because')`,
      row: "tenant.suspended_by_staff",
    },
  ];
  const seen = await planted(async (db) => {
    const [last] = await rowsOf<{ seq: string }>(
      db,
      "select coalesce(max(seq), 0)::text as seq from public.audit_logs",
    );
    const since = last?.seq ?? "0";
    return probe(
      db,
      actions.map((action) => ({
        ...calling(action.by, action.call),
        headers: JSON.stringify({ "x-request-id": "request-1" }),
        observe: `select array_agg(action || ' ' || actor_id || ' ' || request_id order by seq) from public.audit_logs
                  where seq > ${since} and tenant_id = '${at}'`,
      })),
    );
  });
  for (const [index, action] of actions.entries()) {
    const person: unknown = JSON.parse(action.by.claims).sub;
    const rows = seen[index]?.seen.filter((row) => row === `${action.row} ${person} request-1`);
    expect([action.row, rows?.length]).toEqual([action.row, 1]);
  }
});

test("writing leaves an event with before and after, and undoing the transaction leaves none", async () => {
  const result = await planted(async (db) => {
    const before = await counts(db);
    await db.query("savepoint attempt");
    await db.query(
      `insert into public.posts (tenant_id, author_id, body) values ('${harbour.id}', '${member.me}', 'soon gone')`,
    );
    const during = await counts(db);
    await db.query("rollback to savepoint attempt");
    const after = await counts(db);
    const [outcome] = await probe(db, [
      by(member, `update public.posts set title = 'new' where id = '${idOf("post", harbour, "open")}'`, {
        observe: `select array[data::text] from public.domain_events where type = 'post.updated' order by seq desc limit 1`,
      }),
    ]);
    return { before, during, after, data: JSON.parse(outcome?.seen[0] ?? "{}") as unknown };
  });
  expect(result.during[0]).toBe((result.before[0] ?? 0) + 1);
  expect(result.after).toEqual(result.before);
  expect(result.data).toMatchObject({ old: { title: "open" }, new: { title: "new" } });
});
