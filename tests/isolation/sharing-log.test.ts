import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { z } from "zod";
import { connectionEventSchemas } from "@/lib/connections/event-schemas";
import { shareEventSchemas } from "@/lib/sharing/event-schemas";
import { at, call, tokenOf } from "./engine/acts.ts";
import { type Community, harbour, idOf, meadow, peopleOf, personOf } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";

const schemas: Readonly<Record<string, z.ZodType>> = { ...shareEventSchemas, ...connectionEventSchemas };
const post = idOf("post", harbour, "travel");
const author = personOf(harbour, "dual");

async function grant(db: Db): Promise<string> {
  const given = await call(
    db,
    tokenOf(author),
    `public.share_post('${harbour.id}', '${post}', '${meadow.id}', 'comment', 1, 'en')`,
  );
  return (given as { id: string }).id;
}

/** Everything that can happen to a connection and a share, each by those whose business it is. */
async function story(db: Db): Promise<void> {
  const here = at("owner", harbour, true);
  const there = at("admin", meadow, true);
  const guard = at("moderator", meadow, true);
  const pair = `'${harbour.id}', '${meadow.id}'`;
  const back = `'${meadow.id}', '${harbour.id}'`;
  await call(
    db,
    here,
    `public.propose_connection('${harbour.id}', 'fixture-meadow', 'both', 'comment', 'hello')`,
  );
  await call(db, there, `public.answer_connection(${back}, true)`);
  await db.query("update public.tenants set sharing_review = 'all' where id = $1", [meadow.id]);
  const declined = await grant(db);
  await call(db, guard, `public.review_share('${meadow.id}', '${declined}', false)`);
  // A no holds for thirty days; this one is that old.
  await db.query("update public.content_sharing set ended_at = now() - interval '31 days' where id = $1", [
    declined,
  ]);
  const removed = await grant(db);
  await call(db, guard, `public.review_share('${meadow.id}', '${removed}', true)`);
  await call(db, guard, `public.revoke_share('${meadow.id}', '${removed}', 'off topic')`);
  const withdrawn = await grant(db);
  const guardAtHome = at("moderator", harbour, true);
  await call(db, guardAtHome, `public.revoke_share('${harbour.id}', '${withdrawn}')`);
  await call(db, there, `public.pause_connection(${back}, true)`);
  await call(db, there, `public.pause_connection(${back}, false)`);
  await grant(db);
  await call(db, there, `public.end_connection(${back})`);
  await call(db, here, `public.propose_connection(${pair.replace(`'${meadow.id}'`, "'fixture-meadow'")})`);
  await call(db, there, `public.answer_connection(${back}, false)`);
}

type Row = {
  book: string;
  type: string;
  data: unknown;
  actor_id: string | null;
  reason: string | null;
  whole: string;
};

/** What the logs of a community hold of a story. */
async function logged(db: Db, community: Community): Promise<Row[]> {
  return rowsOf<Row>(
    db,
    `select 'events' as book, seq, type, data, actor_id, null as reason, data::text as whole from public.domain_events e
     where tenant_id = $1 and stream_type in ('share', 'received_share', 'connection')
     union all
     select 'audit', seq, action, null, actor_id, reason, a::text from public.audit_logs a
     where tenant_id = $1 and target_type in ('share', 'received_share', 'connection')
     order by book, seq`,
    [community.id],
  );
}

const told = (work: (db: Db) => Promise<void>) =>
  planted(async (db) => {
    await db.query("delete from public.content_sharing");
    await db.query("update public.community_connections set state = 'ended'");
    await story(db);
    await db.query("delete from public.community_connections");
    await work(db);
  });

test("every event of a share or a connection has the shape that is documented", async () => {
  await told(async (db) => {
    const rows = [...(await logged(db, harbour)), ...(await logged(db, meadow))].filter(
      ({ book }) => book === "events",
    );
    const odd = rows.flatMap(({ type, data }) => {
      const result = schemas[type]?.safeParse(data);
      return result?.success ? [] : [[type, result?.error.issues ?? "no schema", data]];
    });
    expect(odd).toEqual([]);
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(Object.keys(schemas)));
  });
  const page = readFileSync("docs/events.md", "utf8");
  expect(Object.keys(schemas).filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
});

test("a community's log names its own people, and says of the other what it may know", async () => {
  await told(async (db) => {
    const foreign = {
      harbour: peopleOf(meadow).filter((id) => id !== author),
      meadow: peopleOf(harbour).filter((id) => id !== author),
    };
    const home = await logged(db, harbour);
    const there = await logged(db, meadow);
    const named = (rows: Row[], people: string[]) =>
      rows.filter(({ whole }) => people.some((id) => whole.includes(id))).map(({ type }) => type);
    expect(named(home, foreign.harbour)).toEqual([]);
    expect(named(there, foreign.meadow)).toEqual([]);
    expect(there.filter(({ whole }) => whole.includes("canary-harbour"))).toEqual([]);
    const by = (rows: Row[], book: string, person: string) =>
      rows.filter((row) => row.book === book && row.actor_id === person).map(({ type }) => type);
    expect(by(home, "events", personOf(harbour, "moderator"))).toEqual(["share.updated"]);
    expect(by(home, "events", personOf(harbour, "owner"))).toEqual([
      "connection.updated",
      "connection.updated",
    ]);
    expect(by(home, "audit", personOf(harbour, "moderator"))).toContain("share.revoked");
    expect(by(there, "events", personOf(meadow, "moderator"))).toEqual([
      "received_share.withdrawn",
      "received_share.shown",
      "received_share.withdrawn",
    ]);
    expect(by(there, "events", personOf(meadow, "admin"))).toContain("connection.updated");
    expect(by(there, "audit", personOf(meadow, "moderator"))).toContain("share.revoked");
    expect(there.filter(({ type }) => type === "share.revoked").map(({ reason }) => reason)).toEqual([
      "off topic",
    ]);
  });
});
