import type { ClientBase } from "pg";

/**
 * Finds the person who signs in with this address.
 * @throws when there is none.
 */
export async function findPerson(client: ClientBase, email: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "select p.id from auth.users u join public.profiles p on p.id = u.id where lower(u.email) = lower($1)",
    [email],
  );
  const person = rows[0];
  if (!person)
    throw new Error(`Nobody signs in as ${email}. Let them sign up first, then start the import again.`);
  return person.id;
}

/** Makes a person an active owner of a community; answers whether that changed anything. */
export async function makeOwner(client: ClientBase, tenantId: string, userId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into public.tenant_users as m (tenant_id, user_id, role, status, display_name, avatar_path)
     select $1, p.id, 'owner', 'active', p.display_name, p.avatar_path from public.profiles p where p.id = $2
     on conflict (tenant_id, user_id) do update set role = 'owner', status = 'active', left_at = null
     where (m.role, m.status) is distinct from ('owner', 'active')`,
    [tenantId, userId],
  );
  await client.query(
    "update public.profiles set primary_tenant_id = $1 where id = $2 and primary_tenant_id is null",
    [tenantId, userId],
  );
  return rowCount === 1;
}
