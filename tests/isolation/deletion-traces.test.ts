import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { personColumns } from "@/lib/personal-data/registry";
import { as } from "./engine/acts.ts";
import { harbour, idOf, meadow, personOf } from "./engine/cast.ts";
import { rowsOf } from "./engine/db.ts";
import { ask, context, expire, one, signIn, traces, travel, work } from "./engine/deletion.ts";
import { planted, serverToken } from "./engine/harness.ts";
import { type Row, rowsIn, type Snapshot, snapshot, textOf } from "./engine/snapshots.ts";

const network = "00000000-0000-0000-0000-000000000000";

/** Rows that neither name the person nor what they made, and are not as they were. Counters follow from others. */
function touched(person: string, before: Snapshot, after: Snapshot) {
  const made = [...before].flatMap(([table, rows]) =>
    [...rows.values()].flatMap((row) =>
      Object.keys(personColumns).some(
        (name) => name.startsWith(`${table}.`) && row[name.slice(table.length + 1)] === person,
      ) && typeof row.id === "string"
        ? [row.id]
        : [],
    ),
  );
  const derived = ["stream_id", "is_public", "version", "updated_at"];
  const looked = [...before].flatMap(([table, rows]) =>
    Object.keys(personColumns).some((name) => name.startsWith(`${table}.`))
      ? [...rows].map(([key, row]) => [table, key, row] as const)
      : [],
  );
  const others = looked.filter(([, , row]) => {
    const text = JSON.stringify(row);
    return !text.includes(person) && !made.some((id) => text.includes(id));
  });
  return {
    looked: others.length,
    changed: others
      .filter(([table, key, row]) => textOf(row, derived) !== textOf(after.get(table)?.get(key), derived))
      .map(([table, key]) => `${table} ${key}`),
  };
}

/** Columns of the account whose rows met another fate than the registry says. */
function misfortunes(person: string, before: Snapshot, after: Snapshot) {
  return Object.entries(personColumns).flatMap(([column, { account }]) => {
    const [, table = "", field = ""] = /^(.+)\.(\w+)$/.exec(column) ?? [];
    return rowsIn(before, table)
      .filter(([, row]) => row[field] === person)
      .flatMap(([key]) => {
        const next = after.get(table)?.get(key);
        const met = !next ? "deleted" : next[field] === null ? "cleared" : "handed over";
        // Activities of journeys that went, or that their owner cannot read, go.
        return !account || met === account || met === "deleted" ? [] : [`${column}: ${met}`];
      });
  });
}

test("an account goes with all it held, in each community the way that was chosen, and nobody else loses a thing", async () => {
  await planted(async (db) => {
    const { id, token } = await signIn(db, "dual");
    const other = personOf(harbour, "member");
    const { mine, theirs } = await travel(db, id, other);
    const name = (
      await one<{ display_name: string }>(
        db,
        "select display_name from public.tenant_users where tenant_id = $1 and user_id = $2",
        [harbour.id, id],
      )
    )?.display_name;
    expect(await as(db, token, ask({ [harbour.id]: "keep", [meadow.id]: "remove" }))).toBe(true);
    await expire(db);
    const before = await snapshot(db);
    const steps = await work(db);
    const after = await snapshot(db);
    expect(steps[0]).toBe("begun");
    expect(steps.filter((step) => step === "left").length).toBe(
      rowsIn(before, "public.tenant_users").filter(([, row]) => row.user_id === id).length,
    );
    expect(steps.slice(-2)).toEqual(["files", "done"]);
    expect(await traces(db, id)).toEqual([]);
    expect(misfortunes(id, before, after)).toEqual([]);
    const others = touched(id, before, after);
    expect(others.changed).toEqual([]);
    expect(others.looked).toBeGreaterThan(300);

    const writer =
      "select m.display_name as name, p.body from public.posts p join public.tenant_users m on m.tenant_id = p.tenant_id and m.user_id = p.author_id where p.tenant_id = $1 and p.id = $2";
    expect((await one(db, writer, [harbour.id, idOf("post", harbour, "travel")]))?.name).toBe(name);
    expect((await one(db, writer, [meadow.id, idOf("post", meadow, "travel")]))?.body).toBe("");

    expect(await rowsOf(db, "select from public.user_journeys where id = $1", [mine])).toEqual([]);
    const plan = await rowsOf(
      db,
      "select coalesce(title, kept_title) as title, kept_title as kept, added_by from public.journey_activities where journey_id = $1 order by 1",
      [theirs],
    );
    expect(plan).toEqual(
      [
        ["a swim", null],
        ["own words", null],
        ["shared event", "shared event"],
        ["their own", null],
      ].map(([title, kept]) => ({ title, kept, added_by: other })),
    );
    expect(
      await rowsOf(db, "select body from public.journey_comments where journey_id = $1", [theirs]),
    ).toEqual([{ body: "theirs" }]);

    const ledger = await one<{ state: string; hash: boolean; counts: Record<string, number>; ways: unknown }>(
      db,
      "select state, subject_hash = private.subject_hash($1, null) as hash, counts, ways from private.erasures where tenant_id is null",
      [id],
    );
    expect(ledger).toMatchObject({ state: "done", hash: true, ways: {} });
    expect(ledger?.counts).toMatchObject({ journeys: 1 });
    expect(ledger?.counts.communities).toBe(steps.filter((step) => step === "left").length);
    expect(ledger?.counts.untouched).toBeUndefined();
    expect(await work(db)).toEqual([]);
  });
});

test("an export that is being made stops, and those that were made are files to be removed", async () => {
  await planted(async (db) => {
    const { id, token } = await signIn(db, "dual");
    const [made, making] = [randomUUID(), randomUUID()];
    await db.query(
      `insert into public.data_exports (id, user_id, status, bytes, checksum, expires_at)
       values ($1, $3, 'done', 3, repeat('a', 64), now() + interval '1 day'), ($2, $3, 'running', null, null, null)`,
      [made, making, id],
    );
    await db.query("insert into storage.objects (bucket_id, name) values ('exports', $1)", [`${made}.zip`]);
    await as(db, token, ask());
    await expire(db);
    expect((await one(db, "select step from private.erase_account_step()"))?.step).toBe("begun");
    expect(await one(db, "select private.advance_export($1, 50) as wanted", [making])).toEqual({
      wanted: false,
    });
    expect(await one(db, "select private.finish_export($1, 3, repeat('a', 64)) as kept", [making])).toEqual({
      kept: false,
    });
    const [file] = await rowsOf<{ name: string }>(
      db,
      "select * from private.files_of($1) where bucket = 'exports'",
      [id],
    );
    expect(file?.name).toBe(`${made}.zip`);
    const sweep = `private.may_sweep_file('exports', '${made}.zip')`;
    expect(await as(db, serverToken, sweep)).toBe(true);
    expect((await work(db)).at(-1)).toBe("done");
    expect(await traces(db, made)).toEqual([]);
  });
});

test("an account that a backup brings back is erased again, with its doors shut at once", async () => {
  await planted(async (db) => {
    const { id, token } = await signIn(db, "dual");
    const row = async (table: string, where: string) =>
      JSON.stringify(
        (await one<{ row: Row }>(db, `select to_jsonb(x) as row from ${table} x where ${where}`))?.row,
      );
    const profile = await row("public.profiles", `id = '${id}'`);
    const membership = await row("public.tenant_users", `user_id = '${id}' and tenant_id = '${harbour.id}'`);
    await as(db, token, ask({ [harbour.id]: "keep" }));
    await expire(db);
    await work(db);
    await db.query(
      `insert into public.profiles select * from jsonb_populate_record(null::public.profiles, $1::jsonb || '{"created_at": "2020-01-01", "primary_tenant_id": null}')`,
      [profile],
    );
    await db.query(
      `insert into public.tenant_users select * from jsonb_populate_record(null::public.tenant_users, $1::jsonb || '{"joined_at": "2020-01-01"}')`,
      [membership],
    );
    const back = await signIn(db, "dual");
    expect(await one(db, "select private.reapply_erasures() as n")).toEqual({ n: 2 });
    expect(await as(db, serverToken, context(back))).toBe(null);
    expect((await work(db)).at(-1)).toBe("done");
    expect(await traces(db, id)).toEqual([]);
    expect(await one(db, "select private.reapply_erasures() as n")).toEqual({ n: 0 });
    expect(await rowsOf(db, "select from private.erasures where user_id is not null")).toEqual([]);
  });
});

test("what the network's own log holds of an account names nobody afterwards, and stays otherwise", async () => {
  await planted(async (db) => {
    const { id, token } = await signIn(db, "dual");
    await travel(db, id, personOf(harbour, "member"));
    await as(db, token, ask());
    await expire(db);
    const lines = async () =>
      (
        await one<{ n: number }>(
          db,
          "select count(*)::int as n from public.domain_events where tenant_id = $1",
          [network],
        )
      )?.n ?? 0;
    const before = await lines();
    expect(before).toBeGreaterThan(3);
    await work(db);
    expect(await lines()).toBeGreaterThan(before);
    const [audit] = await rowsOf(
      db,
      "select actor_id is not null as somebody, target_id <> $2 as another from public.audit_logs where tenant_id = $1 and action = 'account.deletion_requested'",
      [network, id],
    );
    expect(audit).toEqual({ somebody: true, another: true });
  });
});
