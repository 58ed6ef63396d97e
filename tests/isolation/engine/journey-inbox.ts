import { harbour, personOf } from "./cast.ts";
import type { Db } from "./db.ts";
import { ask, call, owner, plan } from "./journeys.ts";

export const other = personOf(harbour, "admin");
export const walk = "00000000-0000-7000-8000-0000000000b1";
export const network = "00000000-0000-0000-0000-000000000000";

type Line = {
  id: string;
  kind: string;
  bucket: string;
  unread: boolean;
  count: number;
  people: { id: string }[];
  comment: { words: string } | null;
  journey: { id: string; title: string };
};
type Page = {
  items: Line[];
  next: { at: string; id: string } | null;
  personal: { unread: number; muted_until: string | null };
  communities: { id: string; unread: number }[];
};
export type Count = { tenant_id: string; unread: number };

/** The worker’s turn. Each gets a moment of its own: lines are ordered by it. */
export async function project(db: Db, limit = 5000): Promise<void> {
  await db.query("select private.project_journey_notices($1, '18446744073709551615')", [limit]);
  await db.query("select pg_sleep(0.002)");
}

/** A page of somebody’s inbox. */
export const inbox = (db: Db, person: string, filter = "all", rest = "") =>
  call<Page>(db, person, `public.my_notifications('${filter}'${rest})`);

/** The kinds of lines about journeys on it. */
export const kinds = async (db: Db, person: string, filter = "all") =>
  (await inbox(db, person, filter)).items
    .map((line) => line.kind)
    .filter((kind) => kind.startsWith("journey"));

/** What is unread, by community; that of journeys stands under the network itself. */
export async function counted(db: Db, person: string): Promise<Record<string, number>> {
  const all = await call<Count[]>(db, person, "public.notification_counts()");
  return Object.fromEntries(all.map((one) => [one.tenant_id, one.unread]));
}

/** Names somebody for the plan; what the database refuses comes back as its message. */
export const invite = (db: Db, by: string, person: string, role = "editor") =>
  ask(db, by, `public.invite_companion('${plan}', '${person}', '${role}')`);

/** Says yes or no to that. */
export const answer = (db: Db, person: string, yes: boolean) =>
  ask(db, person, `public.answer_companion('${plan}', ${yes})`);

/** Begins the plan, with a walk in it. */
export const begin = (db: Db, by = owner) =>
  call(
    db,
    by,
    `public.create_journey('{"id": "${plan}", "title": "Two ports", "time_zone": "UTC"}',
      '[{"id": "${walk}", "kind": "free", "title": "Walk"}]')`,
  );

let said = 0;

/** Says something on the plan, after all that was said before. */
export async function say(db: Db, by: string, activity: string | null = null) {
  said += 1;
  const id = `d0000000-0000-7000-8000-${String(said).padStart(12, "0")}`;
  const words = `Word ${said}`;
  const about = activity === null ? "null" : `'${activity}'`;
  await call(db, by, `public.comment_journey('${plan}', '${id}', '${words}', ${about})`);
  await db.query("select pg_sleep(0.002)");
  return { id, words };
}

/** Sets what somebody is in the harbour. */
export const setMember = (db: Db, person: string, status: string) =>
  db.query("update public.tenant_users set status = $3 where tenant_id = $1 and user_id = $2", [
    harbour.id,
    person,
    status,
  ]);
