import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql, stackEnv } from "../../support/stack.ts";
import { anonClient, mintToken, secretClient, tokenClient } from "./clients.ts";

const me = crypto.randomUUID();

beforeAll(async () => {
  await sql(`
    create table public.contract_parent (
      tenant_id uuid not null, id uuid not null default gen_random_uuid(), name text not null,
      at timestamptz not null default '2026-11-20 21:28:49.01+00', local_at timestamp default '2026-11-20 21:28:49',
      owner uuid default auth.uid(), primary key (tenant_id, id));
    create table public.contract_child (
      tenant_id uuid not null, id int not null, parent_id uuid not null, primary key (tenant_id, id),
      foreign key (tenant_id, parent_id) references public.contract_parent (tenant_id, id));
    create table public.contract_closed (id int primary key);
    grant all on public.contract_parent, public.contract_child to anon, authenticated, service_role;
    revoke all on public.contract_closed from anon, authenticated;
    grant all on public.contract_closed to service_role;
    alter table public.contract_parent enable row level security;
    create policy own on public.contract_parent for all to authenticated
      using (owner = (select auth.uid())) with check (owner = (select auth.uid()));
    create function public.contract_context() returns jsonb language sql stable as $$
      select jsonb_build_object('role', auth.role(), 'uid', auth.uid(), 'jwt', auth.jwt(), 'user', current_user,
        'timeout', current_setting('statement_timeout'),
        'agent', current_setting('request.headers', true)::json ->> 'x-contract')
    $$;
    create function public.contract_raise(p_code text) returns void language plpgsql as $$
    begin
      raise exception 'no luck' using errcode = p_code, detail = 'why', hint = 'what to do';
    end $$;
    create function public.contract_json(p_value jsonb) returns text language sql stable as $$ select jsonb_typeof(p_value) $$;
    create function public.contract_sleep() returns void language sql as $$ select pg_sleep(30) $$;
    grant execute on function public.contract_json(jsonb), public.contract_context(), public.contract_sleep(), public.contract_raise(text) to anon, authenticated, service_role;
    notify pgrst, 'reload schema';`);
});

afterAll(async () => {
  await sql(`
    drop table if exists public.contract_child, public.contract_parent, public.contract_closed;
    drop function if exists public.contract_json(jsonb), public.contract_context(), public.contract_sleep(), public.contract_raise(text);
    notify pgrst, 'reload schema';`);
});

describe("who a request is", () => {
  it("is anon with the publishable key alone", async () => {
    const { data } = await anonClient().rpc("contract_context");
    expect(data).toMatchObject({ role: "anon", uid: null, user: "anon", timeout: "3s" });
  });

  it("is the person a minted token names, with every claim", async () => {
    const token = await mintToken({ sub: me, role: "authenticated", tenant_id: "t", session_id: "s" });
    const { data } = await tokenClient(token).rpc("contract_context");
    expect(data).toMatchObject({ role: "authenticated", uid: me, user: "authenticated", timeout: "8s" });
    expect(data.jwt).toMatchObject({ sub: me, tenant_id: "t", session_id: "s" });
  });

  it("is a visitor of a community with an anon token", async () => {
    const token = await mintToken({ role: "anon", tenant_id: "t" });
    const { data } = await tokenClient(token).rpc("contract_context");
    expect(data).toMatchObject({ role: "anon", uid: null });
    expect(data.jwt.tenant_id).toBe("t");
  });

  it("is service_role with the secret key", async () => {
    const { data } = await secretClient().rpc("contract_context");
    expect(data).toMatchObject({ user: "service_role" });
  });

  it("is refused with a forged token, an expired one, or no key", async () => {
    const forged = await mintToken({ sub: me, role: "authenticated" }, "x".repeat(48));
    expect((await tokenClient(forged).rpc("contract_context")).status).toBe(401);
    const expired = await mintToken({ sub: me, role: "authenticated" }, undefined, "1m ago");
    expect((await tokenClient(expired).rpc("contract_context")).status).toBe(401);
    const unsigned = [{ alg: "none" }, { sub: me, role: "service_role", exp: 4_000_000_000 }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    expect((await tokenClient(`${unsigned}.`).rpc("contract_context")).status).toBe(401);
    const bare = await fetch(`${stackEnv().SUPABASE_URL}/rest/v1/contract_parent`);
    expect(bare.status).toBe(401);
  });

  it("reads request headers inside a function", async () => {
    const env = stackEnv();
    const response = await fetch(`${env.SUPABASE_URL}/rest/v1/rpc/contract_context`, {
      method: "POST",
      headers: {
        apikey: env.SUPABASE_PUBLISHABLE_KEY,
        "content-type": "application/json",
        "x-contract": "here",
      },
      body: "{}",
    });
    expect(await response.json()).toMatchObject({ agent: "here" });
  });
});

describe("what a request may do", () => {
  it("keeps the grants of the migrations", async () => {
    const { error, status } = await anonClient().from("contract_closed").select();
    expect(error?.code).toBe("42501");
    expect(status).toBe(401);
  });

  it("applies policies and answers timestamps in ISO 8601", async () => {
    const token = await mintToken({ sub: me, role: "authenticated" });
    const client = tokenClient(token);
    const tenant = crypto.randomUUID();
    const { data, error } = await client
      .from("contract_parent")
      .insert({ tenant_id: tenant, name: "2026-11-20 21:28:49.01+00" })
      .select()
      .single();
    expect(error).toBeNull();
    expect(data).toMatchObject({
      name: "2026-11-20 21:28:49.01+00",
      at: "2026-11-20T21:28:49.01+00:00",
      local_at: "2026-11-20T21:28:49",
      owner: me,
    });
    expect((await anonClient().from("contract_parent").select()).data).toEqual([]);
    const foreign = await client
      .from("contract_parent")
      .insert({ tenant_id: tenant, name: "x", owner: tenant });
    expect(foreign.error?.code).toBe("42501");
  });

  it("embeds over composite keys", async () => {
    const client = tokenClient(await mintToken({ sub: me, role: "authenticated" }));
    const tenant = crypto.randomUUID();
    const parent = await client
      .from("contract_parent")
      .insert({ tenant_id: tenant, name: "p" })
      .select()
      .single();
    const parentId = parent.data?.id as string;
    await client.from("contract_child").insert({ tenant_id: tenant, id: 1, parent_id: parentId });
    const { data } = await client
      .from("contract_parent")
      .select("name, contract_child(id)")
      .eq("tenant_id", tenant);
    expect(data).toEqual([{ name: "p", contract_child: [{ id: 1 }] }]);
  });

  it.each([
    ["P0001", 400],
    ["23514", 400],
    ["23505", 409],
    ["40001", 500],
    ["42501", 401],
    ["AB123", 400],
  ])("names a raised error %s and answers %i", async (code, status) => {
    const answer = await anonClient().rpc("contract_raise", { p_code: code });
    expect(answer.status).toBe(status);
    expect(answer.error).toMatchObject({ code, message: "no luck", details: "why" });
  });

  it.each([
    [{ a: [1] }, "object"],
    [[{ a: 1 }], "array"],
    [[], "array"],
  ])("hands a function the JSON %j as it is", async (value, kind) => {
    expect((await anonClient().rpc("contract_json", { p_value: value })).data).toBe(kind);
  });

  it("names a violated check", async () => {
    await sql("alter table public.contract_closed add constraint small check (id < 100)");
    const { error, status } = await secretClient().from("contract_closed").insert({ id: 101 });
    expect({ code: error?.code, status }).toEqual({ code: "23514", status: 400 });
  });

  it("ends a statement that takes too long", async () => {
    const { error } = await anonClient().rpc("contract_sleep");
    expect(error?.code).toBe("57014");
  });

  it("sees a new column after a reload of the schema", async () => {
    await sql("alter table public.contract_closed add column extra text default 'new'");
    await sql("insert into public.contract_closed (id) values (1)");
    await sql("notify pgrst, 'reload schema'");
    await expect
      .poll(async () => (await secretClient().from("contract_closed").select("id, extra")).data)
      .toEqual([{ id: 1, extra: "new" }]);
  });
});
