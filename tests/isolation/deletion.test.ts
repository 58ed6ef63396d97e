import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deletionSchema } from "@/lib/deletion/schemas";
import { personColumns } from "@/lib/personal-data/registry";
import { as, tokenOf, type Who } from "./engine/acts.ts";
import { harbour, idOf, meadow, type Person, personOf } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { planted, serverToken } from "./engine/harness.ts";
import { type Row, rowsIn, type Snapshot, snapshot, textOf } from "./engine/snapshots.ts";

const network = "00000000-0000-0000-0000-000000000000";

interface Account {
  id: string;
  session: string;
  token: Who;
}

/** Gives somebody of the fixture a sign-in, as fresh as is said in minutes. */
async function signIn(db: Db, who: Person, minutes = 1): Promise<Account> {
  const id = personOf(harbour, who);
  const session = randomUUID();
  await db.query(
    "insert into auth.users (id, email, email_confirmed_at) values ($1, $2, now()) on conflict do nothing",
    [id, `${id}@example.test`],
  );
  await db.query(
    "insert into auth.sessions (id, user_id, created_at) values ($1, $2, now() - make_interval(mins => $3))",
    [session, id, minutes],
  );
  const { role, claims } = tokenOf(id);
  return {
    id,
    session,
    token: { role, claims: JSON.stringify({ ...JSON.parse(claims), session_id: session }) },
  };
}

const ask = (ways: Record<string, string> = {}, mode = "anonymise") =>
  `public.request_account_deletion('${mode}', '${JSON.stringify(ways)}') > now() + interval '13 days'`;
const cancel = "public.cancel_account_deletion()::text";

const expire = (db: Db) =>
  db.query("update private.erasures set due_at = now() - interval '1 second' where tenant_id is null");

/** Steps until nothing is due; files are removed as the worker does it. */
async function work(db: Db): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    const [next] = await rowsOf<{ step: string; files: { bucket: string; name: string }[] | null }>(
      db,
      "select * from private.erase_account_step()",
    );
    if (!next || done.length > 400) return done;
    done.push(next.step);
    for (const { bucket, name } of next.files ?? []) {
      await db.query("select set_config('storage.allow_delete_query', 'true', true)");
      await db.query("delete from storage.objects where bucket_id = $1 and name = $2", [bucket, name]);
    }
  }
}

const one = async <T extends Row>(db: Db, text: string, values: unknown[] = []) =>
  (await rowsOf<T>(db, text, values))[0];

/** A journey of one's own with a companion, and one of the companion's with much of one's own in it. */
async function travel(db: Db, me: string, other: string): Promise<{ mine: string; theirs: string }> {
  const [mine, theirs] = [randomUUID(), randomUUID()];
  await db.query(
    `insert into public.user_journeys (id, owner_id, title, time_zone)
     values ($1, $2, 'my way', 'UTC'), ($3, $4, 'their way', 'UTC')`,
    [mine, me, theirs, other],
  );
  await db.query(
    "insert into public.journey_companions (journey_id, user_id, role) values ($1, $2, 'editor'), ($3, $4, 'editor')",
    [mine, other, theirs, me],
  );
  const [free] = await rowsOf<{ id: string }>(
    db,
    `insert into public.journey_activities (journey_id, kind, source_tenant_id, source_id, title, kept_title, added_by, visible_to, time_zone)
     values ($1, 'free', null, null, 'a swim', null, $2, 'companions', 'UTC'),
            ($1, 'event', $4, gen_random_uuid(), null, 'shared event', $2, 'companions', 'UTC'),
            ($1, 'event', $5, gen_random_uuid(), null, 'foreign event', $2, 'companions', 'UTC'),
            ($1, 'event', $5, gen_random_uuid(), 'own words', 'foreign name', $2, 'companions', 'UTC'),
            ($1, 'free', null, null, 'secret plan', null, $2, 'me', 'UTC'),
            ($1, 'free', null, null, 'their own', null, $3, 'companions', 'UTC') returning id`,
    [theirs, me, other, harbour.id, meadow.id],
  );
  await db.query(
    "insert into public.journey_votes (journey_id, activity_id, user_id, vote) values ($1, $2, $3, 1)",
    [theirs, free?.id, me],
  );
  await db.query(
    "insert into public.journey_comments (journey_id, author_id, body) values ($1, $2, 'mine'), ($1, $3, 'theirs')",
    [theirs, me, other],
  );
  return { mine, theirs };
}

/** Tables in which something still names a person, but for what others wrote; also those of other services. */
async function traces(db: Db, person: string): Promise<string[]> {
  const own = [...(await snapshot(db))].flatMap(([table, rows]) =>
    [...rows.values()].map((row) => [table, JSON.stringify(row)] as const),
  );
  const tables = await rowsOf<{ name: string }>(
    db,
    "select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace in ('auth'::regnamespace, 'storage'::regnamespace)",
  );
  const foreign: (readonly [string, string])[] = [];
  for (const { name } of tables) {
    // What is in no bucket is in nobody's reach.
    const where = name === "storage.objects" ? "where x.bucket_id in (select id from storage.buckets)" : "";
    const rows = await rowsOf<{ row: string }>(db, `select x::text as row from ${name} x ${where}`);
    foreign.push(...rows.map(({ row }) => [name, row] as const));
  }
  return [...own, ...foreign]
    .filter(([, text]) => text.replaceAll(/member:[0-9a-f-]{36}/g, "").includes(person))
    .map(([table]) => table);
}

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

test("asking takes a fresh sign-in on the network host, twice is told so, and taking back leaves nothing", async () => {
  await planted(async (db) => {
    const stale = await signIn(db, "dual", 16);
    expect(await as(db, stale.token, ask())).toBe("forbidden:sign_in_again");
    const { id, token } = await signIn(db, "dual");
    expect(await as(db, tokenOf(id), ask())).toBe("forbidden:sign_in_again");
    expect(await as(db, tokenOf(id, harbour), ask())).toBe("forbidden:network_only");
    expect(await as(db, tokenOf(id, harbour), cancel)).toBe("forbidden:network_only");
    expect(await as(db, token, ask({}, "burn"))).toBe("invalid:mode");
    expect(await as(db, token, ask({ [harbour.id]: "burn" }))).toBe("invalid:mode");
    expect(await as(db, token, cancel)).toBe("not_found:deletion");
    expect(await as(db, token, ask())).toBe(true);
    expect(await as(db, token, ask())).toBe("conflict:deletion_waiting");
    expect(await work(db)).toEqual([]);
    const told = deletionSchema.parse(await as(db, stale.token, "public.account_deletion()"));
    expect(told.waiting).toMatchObject({ mode: "anonymise", begun: false });
    expect([told.fresh, told.communities.length > 1]).toEqual([false, true]);
    // No fresh sign-in is needed to stay.
    expect(await as(db, stale.token, cancel)).toBe("");
    expect(await rowsOf(db, "select from private.erasures where tenant_id is null")).toEqual([]);
    await expire(db);
    expect(await work(db)).toEqual([]);
  });
});

const context = ({ id, session }: Account) =>
  `public.request_context(null, 'archipelago.test', null, '${id}', '${session}') -> 'viewer'`;

test("until something is done one can come back; from then on the way back is shut, and so is every door", async () => {
  await planted(async (db) => {
    const account = await signIn(db, "dual");
    const viewer = () => as<{ leaves_at: string | null } | null>(db, serverToken, context(account));
    expect(await viewer()).toMatchObject({ leaves_at: null });
    await as(db, account.token, ask());
    expect(await viewer()).toMatchObject({ leaves_at: expect.stringMatching(/^20/) });
    await expire(db);
    await as(db, account.token, cancel);
    expect(await work(db)).toEqual([]);
    await as(db, account.token, ask());
    await expire(db);
    expect((await one(db, "select step from private.erase_account_step()"))?.step).toBe("begun");
    expect(await as(db, account.token, cancel)).toBe("conflict:deletion_begun");
    expect(await as(db, account.token, ask())).toBe("forbidden:sign_in_again");
    expect(await viewer()).toBe(null);
    // Whoever gets a sign-in nevertheless is nobody with it.
    const again = await signIn(db, "dual");
    expect(await as(db, serverToken, context(again))).toBe(null);
    // Text by text, and a community is left once all the same.
    await db.query(
      `create or replace function private.erasing_batch() returns integer
       language sql stable parallel safe set search_path = '' as 'select 1'`,
    );
    await db.query("update private.erasures set mode = 'remove' where tenant_id is null");
    const communities = (await rowsOf(db, "select from public.tenant_users where user_id = $1", [account.id]))
      .length;
    const steps = await work(db);
    expect(steps.at(-1)).toBe("done");
    expect(steps.filter((step) => step === "left").length).toBeGreaterThan(communities);
    const ledger = await one<{ counts: { communities: number } }>(
      db,
      "select counts from private.erasures where tenant_id is null",
    );
    expect(ledger?.counts.communities).toBe(communities);
    expect(await traces(db, account.id)).toEqual([]);
  });
});

test("the last owner is told who could follow, and an account waits for that even when its time has come", async () => {
  await planted(async (db) => {
    const { id, token } = await signIn(db, "owner");
    expect(await as(db, token, ask())).toBe("conflict:owner_somewhere");
    const told = deletionSchema.parse(await as(db, token, "public.account_deletion()"));
    expect(told.communities.map(({ held, heirs }) => [held, heirs[0]?.role])).toEqual([[true, "admin"]]);
    const heir = personOf(harbour, "admin");
    const set = (role: string) =>
      db.query("update public.tenant_users set role = $3 where tenant_id = $1 and user_id = $2", [
        harbour.id,
        heir,
        role,
      ]);
    await set("owner");
    expect(await as(db, token, ask())).toBe(true);
    await set("admin");
    await expire(db);
    expect(await work(db)).toEqual([]);
    await set("owner");
    expect((await work(db)).at(-1)).toBe("done");
    expect(await traces(db, id)).toEqual([]);
    const owners = "select user_id from public.tenant_users where tenant_id = $1 and role = 'owner'";
    expect(await rowsOf(db, owners, [harbour.id])).toEqual([{ user_id: heir }]);
  });
});

test("a community ends with the only person in it, and passes to whoever came meanwhile", async () => {
  await planted(async (db) => {
    const { id, token } = await signIn(db, "dual");
    const found = async (slug: string) =>
      (await as<{ id: string }>(
        db,
        token,
        `public.create_community(p_slug => '${slug}', p_name => 'Lone', p_privacy => 'public', p_join_policy => 'open')`,
      )) as {
        id: string;
      };
    const [alone, joined] = [await found("lonely-rock"), await found("lately-found")];
    const told = deletionSchema.parse(await as(db, token, "public.account_deletion()"));
    const closing = told.communities.filter((place) => place.closes).map((place) => place.community.slug);
    expect(closing.sort()).toEqual(["lately-found", "lonely-rock"]);
    expect(await as(db, token, ask())).toBe(true);
    await expire(db);
    expect((await one(db, "select step from private.erase_account_step()"))?.step).toBe("begun");
    const late = tokenOf(personOf(harbour, "member"));
    expect(await as(db, late, `public.join_community('${joined.id}')`)).toBe("active");
    expect((await work(db)).at(-1)).toBe("done");
    const status = async (of: string) =>
      (await one(db, "select status from public.tenants where id = $1", [of]))?.status;
    expect([await status(alone.id), await status(joined.id)]).toEqual(["deleted", "active"]);
    expect(
      await rowsOf(db, "select user_id from public.tenant_users where tenant_id = $1 and role = 'owner'", [
        joined.id,
      ]),
    ).toEqual([{ user_id: personOf(harbour, "member") }]);
    expect(await traces(db, id)).toEqual([]);
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
