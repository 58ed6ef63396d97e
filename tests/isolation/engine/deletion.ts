import { randomUUID } from "node:crypto";
import { tokenOf, type Who } from "./acts.ts";
import { harbour, meadow, type Person, personOf } from "./cast.ts";
import { type Db, rowsOf } from "./db.ts";
import { type Row, snapshot } from "./snapshots.ts";

interface Account {
  id: string;
  session: string;
  token: Who;
}

/** Gives somebody of the fixture a sign-in, as fresh as is said in minutes. */
export async function signIn(db: Db, who: Person, minutes = 1): Promise<Account> {
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

/** Asks for the end of an account, in a fortnight. The ways are those of single communities. */
export const ask = (ways: Record<string, string> = {}, mode = "anonymise") =>
  `public.request_account_deletion('${mode}', '${JSON.stringify(ways)}') > now() + interval '13 days'`;

/** Takes that back. */
export const cancel = "public.cancel_account_deletion()::text";

/** What the app is told of the viewer of a session. */
export const context = ({ id, session }: Account) =>
  `public.request_context(null, 'archipelago.test', null, '${id}', '${session}') -> 'viewer'`;

/** Lets the fortnight be over. */
export const expire = (db: Db) =>
  db.query("update private.erasures set due_at = now() - interval '1 second' where tenant_id is null");

/** Steps until nothing is due; files are removed as the worker does it. */
export async function work(db: Db): Promise<string[]> {
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

/** The only row of a query. */
export const one = async <T extends Row>(db: Db, text: string, values: unknown[] = []) =>
  (await rowsOf<T>(db, text, values))[0];

/** A journey of one's own with a companion, and one of the companion's with much of one's own in it. */
export async function travel(db: Db, me: string, other: string): Promise<{ mine: string; theirs: string }> {
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
  // Taken off once, and asked again.
  await db.query(
    `insert into public.journey_invites (journey_id, code_hash, role, max_uses, expires_at, barred_people)
     values ($1, repeat('7', 64), 'editor', 5, now() + interval '1 day', array[$2, $3]::uuid[])`,
    [theirs, me, personOf(harbour, "admin")],
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
export async function traces(db: Db, person: string): Promise<string[]> {
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
