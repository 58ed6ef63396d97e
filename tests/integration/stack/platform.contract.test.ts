import { describe, expect, it } from "vitest";
import { sql } from "../../support/stack.ts";

describe("what a Supabase database provides", () => {
  it("has the roles with the rights of a hosted project", async () => {
    const roles = await sql<{ name: string; super: boolean; bypass: boolean; login: boolean }>(
      `select rolname as name, rolsuper as super, rolbypassrls as bypass, rolcanlogin as login from pg_roles
       where rolname in ('postgres', 'anon', 'authenticated', 'service_role') order by 1`,
    );
    expect(roles).toEqual([
      { name: "anon", super: false, bypass: false, login: false },
      { name: "authenticated", super: false, bypass: false, login: false },
      { name: "postgres", super: false, bypass: true, login: true },
      { name: "service_role", super: false, bypass: true, login: false },
    ]);
  });

  it("has the extensions in their schema", async () => {
    const rows = await sql<{ name: string }>(
      `select extname as name from pg_extension e join pg_namespace n on n.oid = e.extnamespace
       where n.nspname = 'extensions' and extname in ('pgcrypto', 'citext', 'pg_trgm', 'unaccent', 'btree_gin') order by 1`,
    );
    expect(rows.map((row) => row.name)).toEqual(["btree_gin", "citext", "pg_trgm", "pgcrypto", "unaccent"]);
  });

  it.each([
    ["auth.uid()", "uuid"],
    ["auth.role()", "text"],
    ["auth.jwt()", "jsonb"],
    ["auth.email()", "text"],
    ["storage.foldername('a/b/c.png')", "text[]"],
    ["storage.filename('a/b/c.png')", "text"],
    ["storage.extension('a/b/c.png')", "text"],
    ["realtime.topic()", "text"],
  ])("has %s of type %s", async (call, type) => {
    const [row] = await sql<{ type: string }>(`select pg_typeof(${call})::text as type`);
    expect(row?.type).toBe(type);
  });

  it("reads letters of every script for search", async () => {
    const [row] = await sql<{ trigrams: string[]; words: number }>(
      `select extensions.show_trgm('日本語') as trigrams, length(to_tsvector('simple', 'مرحبا بكم')) as words`,
    );
    expect(row?.trigrams).not.toEqual([]);
    expect(row?.words).toBe(2);
  });
});
