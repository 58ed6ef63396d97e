import { as, at, type Who, write } from "./acts.ts";
import { type Community, harbour, idOf, type Person, personOf } from "./cast.ts";
import { type Db, rowsOf } from "./db.ts";
import { planted } from "./harness.ts";

export type Card = {
  id: string;
  tenant_id: string;
  kind: string;
  unread: boolean;
  people: { name: string }[];
  others: number;
  count: number;
  more: boolean;
  outcome: string | null;
  post: { id: string } | null;
  comment: { id: string } | null;
  share_id: string | null;
};
export type Page = { items: Card[]; next: { at: string; id: string } | null; communities: { id: string }[] };

/** The fixture with an empty inbox; what was before is no news. */
export const fresh = <T>(work: (db: Db) => Promise<T>) =>
  planted(async (db) => {
    await db.query("delete from public.notifications");
    await db.query("delete from public.notification_mutes");
    await db.query("delete from public.content_sharing");
    await project(db);
    return work(db);
  });

/** The worker's turn. In a transaction that stays open, its own events are read as if it had ended. */
export async function project(db: Db, limit = 5000): Promise<number> {
  const [row] = await rowsOf<{ done: number }>(
    db,
    "select private.project_notifications($1, '18446744073709551615') as done",
    [limit],
  );
  return row?.done ?? 0;
}

const tick = "pg_sleep(0.002)";
let comments = 0;

/** Writes a comment as somebody of a community, after all that was written before. Gives its id. */
export async function comment(
  db: Db,
  who: Person,
  on: { post: string; in?: Community; parent?: string; body?: string; laneOf?: Community },
): Promise<string> {
  const community = on.in ?? harbour;
  comments += 1;
  const id = `c0000000-0000-7000-8000-${String(comments).padStart(12, "0")}`;
  await write(
    db,
    at(who, community),
    `insert into public.post_comments (tenant_id, id, post_id, parent_id, author_id, body, lane_of)
     values ('${community.id}', '${id}', '${on.post}', ${on.parent ? `'${on.parent}'` : "null"},
       '${personOf(community, who)}', '${on.body ?? "Tides"}', ${on.laneOf ? `'${on.laneOf.id}'` : "null"})`,
  );
  await db.query(`select ${tick}`);
  return id;
}

/** A page of somebody's inbox. */
export async function inbox(db: Db, who: Who, call = "public.my_notifications()"): Promise<Page> {
  const page = await as<Page>(db, who, call);
  if (typeof page === "string") throw new Error(page);
  return page;
}
export const kinds = async (db: Db, who: Who) => (await inbox(db, who)).items.map((item) => item.kind);
/** What is unread of a community; -1 where nothing is said of it. */
export async function counts(
  db: Db,
  who: Who,
  community = harbour,
): Promise<{ unread: number; mentions: number }> {
  const all = await as<{ tenant_id: string; unread: number; mentions: number }[]>(
    db,
    who,
    "public.notification_counts()",
  );
  if (typeof all === "string") throw new Error(all);
  const { unread = -1, mentions = -1 } = all.find((one) => one.tenant_id === community.id) ?? {};
  return { unread, mentions };
}

export const quiet = idOf("post", harbour, "quiet");
export const travel = idOf("post", harbour, "travel");
export const moderator = at("moderator", harbour);
export const dual = at("dual", harbour);
export const naming = (who: Person, community = harbour) => `@[${who}](member:${personOf(community, who)})`;
