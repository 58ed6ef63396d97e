import { randomUUID } from "node:crypto";
import { createDb, type Db } from "@/lib/supabase/client";
import { sql } from "../support/stack.ts";

export interface Person {
  id: string;
  sessionId: string;
  email: string;
}

/** Somebody with a confirmed address and one live sign-in on the network host. */
export async function createPerson(name = "Person"): Promise<Person> {
  const person = { id: randomUUID(), sessionId: randomUUID(), email: `${randomUUID()}@example.test` };
  await sql(
    `insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
     values ($1, $2, now(), jsonb_build_object('display_name', $3::text))`,
    [person.id, person.email, name],
  );
  await sql("insert into auth.sessions (id, user_id) values ($1, $2)", [person.sessionId, person.id]);
  return person;
}

/** The database as this person reaches it: on the network host, or bound to one community. */
export function dbOf(person: Person, tenantId?: string): Db {
  const claims = { userId: person.id, sessionId: person.sessionId };
  return createDb(
    tenantId ? { scope: "community", ...claims, tenantId } : { scope: "network", ...claims },
    "test-request",
  );
}

/** The database as the app itself reaches it. */
export function serverDb(): Db {
  return createDb({ scope: "server" }, "test-request");
}

let communities = 0;

/** Founds a community with this owner. */
export async function createCommunity(
  owner: Person,
  options: { privacy?: string; joinPolicy?: string } = {},
): Promise<{ id: string; slug: string }> {
  communities += 1;
  const slug = `c${communities}-${randomUUID()
    .slice(0, 8)
    .replace(/[0135]/g, "7")}`;
  const { data, error } = await dbOf(owner).rpc("create_community", {
    p_slug: slug,
    p_name: `Community ${communities}`,
    p_privacy: options.privacy ?? "public",
    p_join_policy: options.joinPolicy ?? "open",
  });
  if (error) throw new Error(error.message);
  return { id: (data as { id: string }).id, slug };
}

/** Makes somebody a member and returns what the join answered. */
export async function join(person: Person, tenantId: string): Promise<string | null> {
  const { data, error } = await dbOf(person).rpc("join_community", { p_tenant: tenantId });
  return error ? error.message : data;
}
