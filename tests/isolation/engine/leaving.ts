import { call, tokenOf } from "./acts.ts";
import { harbour, idOf, type Person, personOf } from "./cast.ts";
import { type Db, rowsOf } from "./db.ts";
import { type Row, rowsIn, type Snapshot, snapshot } from "./snapshots.ts";

/** What becomes of what one made. */
export type Mode = "anonymise" | "remove";
/** How much there is of each kind. */
export type Counts = Record<string, number>;
export type Act = keyof typeof acts;

export const slug = "fixture-harbour";

/** Who leaves, and in which way. */
export const cases: [Person, Mode][] = [
  ["member", "anonymise"],
  ["dual", "anonymise"],
  ["dual", "remove"],
  ["moderator", "remove"],
];

/** Things that somebody does in a community, in any order. */
export const acts = {
  post: (id: string) =>
    `insert into public.posts (tenant_id, author_id, visibility, title, body, tags) values ('${harbour.id}', '${id}', 'members', 'planted title', 'planted words', array['planted'])`,
  note: (id: string) =>
    `insert into public.posts (tenant_id, author_id, visibility, body) values ('${harbour.id}', '${id}', 'me', 'planted note')`,
  removed: (id: string) =>
    `insert into public.posts (tenant_id, author_id, body, deleted_at, removed_by) values ('${harbour.id}', '${id}', 'planted then removed', now(), 'author')`,
  edit: (id: string) =>
    `update public.posts set body = body || ' planted again' where tenant_id = '${harbour.id}' and author_id = '${id}' and deleted_at is null`,
  comment: (id: string) =>
    `insert into public.post_comments (tenant_id, post_id, author_id, body) values ('${harbour.id}', '${idOf("post", harbour, "public")}', '${id}', 'planted comment')`,
  underNote: (id: string) =>
    `insert into public.post_comments (tenant_id, post_id, author_id, body)
     select tenant_id, id, author_id, 'planted below a note' from public.posts
     where tenant_id = '${harbour.id}' and author_id = '${id}' and visibility = 'me' and deleted_at is null limit 1`,
  answered: (id: string) =>
    `insert into public.post_comments (tenant_id, post_id, author_id, body)
     select tenant_id, id, '${personOf(harbour, "admin")}', 'words of somebody else' from public.posts
     where tenant_id = '${harbour.id}' and author_id = '${id}' and visibility = 'members' and deleted_at is null limit 1`,
  event: (id: string) =>
    `insert into public.events (tenant_id, organizer_id, title, starts_local, ends_local, time_zone) values ('${harbour.id}', '${id}', 'planted event', '2031-01-01 10:00', '2031-01-01 11:00', 'UTC')`,
  group: (id: string) =>
    `insert into public.groups (tenant_id, name, owner_id) values ('${harbour.id}', 'planted group', '${id}')`,
  named: (id: string) =>
    `insert into public.posts (tenant_id, author_id, body) values ('${harbour.id}', '${personOf(harbour, "owner")}', 'thanks to @[somebody](member:${id})')`,
} satisfies Record<string, (id: string) => string>;

/** Lets so many texts go in one transaction. */
export const emptyingBy = (db: Db, batch: number) =>
  db.query(
    `create or replace function private.erasing_batch() returns integer
     language sql stable parallel safe set search_path = '' as 'select ${batch}'`,
  );

/** Plays a history and leaves. Gives what was promised, and everything before and after. */
export async function leaving(db: Db, who: Person, mode: Mode, history: readonly Act[]) {
  const person = personOf(harbour, who);
  for (const act of history) await db.query(acts[act](person));
  const token = tokenOf(person);
  const before = await snapshot(db);
  const preview = await call<{ counts: Counts }>(db, token, `public.leave_preview('${slug}')`);
  await call(db, token, `public.leave_community('${harbour.id}', '${mode}')`);
  // In batches of whatever size: the same is left.
  await emptyingBy(db, 1 + (history.length % 4));
  let steps = 0;
  while ((await rowsOf<{ done: boolean }>(db, "select private.erase_next() as done"))[0]?.done) steps += 1;
  if (steps === 0) throw new Error("nothing was erased");
  return { person, promised: preview.counts, before, after: await snapshot(db) };
}

/** The row under a key, or under the same with the former member in the person's place. */
export function rowNow(after: Snapshot, table: string, key: string, person: string): Row | undefined {
  const former = rowsIn(after, "public.tenant_users").find(([, row]) => row.erased_at !== null)?.[1];
  const rows = after.get(table);
  return rows?.get(key) ?? (former && rows?.get(key.replaceAll(person, String(former.user_id))));
}

/** Where something can still be read, but for the ids that texts of others hold. */
export async function traces(db: Db, needle: string): Promise<string[]> {
  const now = await snapshot(db);
  return [...now].flatMap(([table, rows]) =>
    [...rows.values()]
      .filter((row) => row.tenant_id === harbour.id)
      .filter((row) =>
        JSON.stringify(row)
          .replaceAll(/member:[0-9a-f-]{36}/g, "")
          .includes(needle),
      )
      .map(() => table),
  );
}
