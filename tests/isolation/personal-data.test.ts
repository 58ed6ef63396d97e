import { expect, test } from "vitest";
import { personColumns } from "@/lib/personal-data/registry";
import { exportSections, type Section } from "@/lib/personal-data/sections";
import { poolFor, stackEnv } from "../support/stack.ts";
import { type Db, inScratch, rowsOf } from "./engine/db.ts";

const scratch = <T>(work: (db: Db) => Promise<T>) => inScratch(poolFor(stackEnv().DATABASE_URL), work);

/**
 * Columns that hold a person: by a foreign key to a person, by their type and name, or by a kind beside them that can be
 * a person. A second column of a foreign key that ties a row to its community holds no person.
 */
async function columnsWithPeople(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    `select distinct n.nspname || '.' || c.relname || '.' || a.attname as name
     from pg_attribute a
     join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
     join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'private', 'storage', 'auth')
     where a.attnum > 0 and not a.attisdropped and (
       exists (
         select 1 from pg_constraint k
         join pg_attribute t on t.attrelid = k.confrelid and t.attnum = k.confkey[array_position(k.conkey, a.attnum)]
         where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any (k.conkey)
           and k.confrelid in ('public.profiles'::regclass, 'public.tenant_users'::regclass, 'auth.users'::regclass)
           and t.attname <> 'tenant_id' and c.oid <> 'public.profiles'::regclass)
       or (format_type(a.atttypid, null) in ('uuid', 'uuid[]')
         and a.attname ~ '(^|_)(user|person|people|author|owner|actor|organi[sz]er|member|creator|viewer|reader|sender|recipient|listener)(_ids?)?$')
       or (format_type(a.atttypid, null) in ('uuid', 'uuid[]') and a.attname ~ '_by$')
       or (format_type(a.atttypid, null) = 'uuid' and a.attname ~ '^(source|subject|target|object)_id$' and exists (
         select 1 from pg_constraint k
         where k.contype = 'c' and k.conrelid = c.oid
           and pg_get_constraintdef(k.oid) ~ '''(person|people|member|user|profile)'''))
       or (n.nspname = 'storage' and a.attname in ('owner', 'owner_id') and c.relname = 'objects')
       or (c.oid in ('public.profiles'::regclass, 'auth.users'::regclass) and a.attname = 'id')
       or (n.nspname = 'auth' and a.attname in ('user_id', 'payload')))
     order by 1`,
  );
  // Buckets are the network's; media_uses and the like hang on their texts.
  return rows.map((row) => row.name).filter((name) => !name.startsWith("storage.buckets."));
}

const unregistered = async (db: Db) =>
  (await columnsWithPeople(db)).filter((name) => personColumns[name] === undefined);

test("every column that holds a person says how it is exported and erased", async () => {
  await scratch(async (db) => {
    const found = await columnsWithPeople(db);
    expect(found.length).toBeGreaterThan(30);
    expect(found.filter((name) => !personColumns[name])).toEqual([]);
    expect(Object.keys(personColumns).filter((name) => !found.includes(name))).toEqual([]);
  });
});

test("a new table with people in it is noticed, whatever ties them to it", async () => {
  await scratch(async (db) => {
    await db.query(`
      create table public.by_key (tenant_id uuid, whose uuid, foreign key (tenant_id, whose) references public.tenant_users (tenant_id, user_id));
      create table private.by_name (id uuid, author_id uuid, read_by uuid[]);
      create table public.of_accounts (id uuid, account uuid references auth.users (id));
      create table public.by_kind (id uuid, kind text check (kind in ('event', 'person')), source_id uuid);
      create table public.not_people (id uuid, kind text check (kind = 'event'), source_id uuid, post_id uuid, removed_by text)`);
    expect(await unregistered(db)).toEqual([
      "private.by_name.author_id",
      "private.by_name.read_by",
      "public.by_key.whose",
      "public.by_kind.source_id",
      "public.of_accounts.account",
    ]);
  });
});

test("each section of an export is of a registered column, and its columns exist", async () => {
  const used = Object.values(personColumns).flatMap((column) =>
    typeof column.export === "string" ? [column.export] : [],
  );
  expect([...new Set(used)].sort()).toEqual(Object.keys(exportSections).sort());
  await scratch(async (db) => {
    for (const [name, section] of Object.entries<Section>(exportSections)) {
      const owner = personColumns[`${section.table}.${section.person}`];
      expect([name, owner?.export]).toEqual([name, name]);
      const wanted = [...section.columns, ...section.key, section.person].map((column) => `x.${column}`);
      const told = Object.values(section.expressions ?? {});
      await db.query(`select ${[...wanted, ...told].join(", ")} from ${section.table} x limit 0`);
    }
  });
});
