import type pg from "pg";
import { demoId } from "./identity.ts";
import { insertRows } from "./insert.ts";
import type { DemoPerson } from "./types.ts";

/** The id of a demo person, in every community. */
export function personId(key: string): string {
  return demoId("person", key);
}

// GoTrue reads these columns as texts and fails on null.
const NO_TOKENS = {
  confirmation_token: "",
  recovery_token: "",
  email_change: "",
  email_change_token_new: "",
  email_change_token_current: "",
  reauthentication_token: "",
};

/** Makes everybody a sign-in with the demo password, and a profile. */
export async function seedPeople(
  client: pg.Client,
  people: readonly DemoPerson[],
  password: string,
): Promise<void> {
  const hash = await client.query<{ hash: string }>(
    "select extensions.crypt($1, extensions.gen_salt('bf', 10)) as hash",
    [password],
  );
  const hosted = await client.query(
    "select 1 from information_schema.columns where table_schema = 'auth' and table_name = 'users' and column_name = 'instance_id'",
  );
  const instance = hosted.rowCount ? { instance_id: "00000000-0000-0000-0000-000000000000" } : {};
  await insertRows(
    client,
    "auth.users",
    people.map(({ key, email, name }) => ({
      ...instance,
      id: personId(key),
      aud: "authenticated",
      role: "authenticated",
      email,
      encrypted_password: hash.rows[0]?.hash,
      email_confirmed_at: new Date(),
      raw_app_meta_data: JSON.stringify({ provider: "email", providers: ["email"] }),
      raw_user_meta_data: JSON.stringify({ display_name: name }),
      ...NO_TOKENS,
    })),
  );
  await insertRows(
    client,
    "auth.identities",
    people.map(({ key, email }) => ({
      id: demoId("identity", key),
      provider: "email",
      provider_id: personId(key),
      user_id: personId(key),
      identity_data: JSON.stringify({ sub: personId(key), email, email_verified: true }),
    })),
  );
  for (const { key, bio, locale, timeZone } of people) {
    await client.query("update public.profiles set bio = $2, locale = $3, time_zone = $4 where id = $1", [
      personId(key),
      bio,
      locale,
      timeZone,
    ]);
  }
  await insertRows(
    client,
    "public.platform_staff",
    people.filter(({ staff }) => staff).map(({ key }) => ({ user_id: personId(key), role: "super_admin" })),
  );
}
