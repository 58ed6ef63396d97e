import { expect, test } from "vitest";
import { actorOf } from "./engine/actors.ts";
import { harbour, idOf, meadow } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { by, byOwner, planted } from "./engine/harness.ts";
import { probe } from "./engine/probe.ts";
import { appendOnly } from "./expected/exceptions.ts";

const dual = actorOf("dual", harbour, meadow);
const bound = actorOf("bound", harbour, meadow);
const member = actorOf("member", harbour, meadow);

async function tenantTables(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    `select 'public.' || c.relname as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  return rows.map((row) => row.name);
}

test("a member of two communities cannot move a row of any table, not even with every grant and an open policy", async () => {
  const results = await planted(async (db) => {
    const tables = await tenantTables(db);
    const move = (table: string) =>
      `update ${table} set tenant_id = '${meadow.id}' where tenant_id = '${harbour.id}'`;
    const open = (table: string) =>
      `create policy opened on ${table} for all to authenticated using (true) with check (true);
       grant select, update on ${table} to authenticated`;
    return {
      asIs: await probe(
        db,
        tables.map((table) => by(dual, move(table))),
      ),
      opened: await probe(
        db,
        tables.map((table) => by(dual, move(table), { before: open(table) })),
      ),
      owner: await probe(
        db,
        tables.map((table) => byOwner(move(table))),
      ),
      tables,
    };
  });
  expect(results.tables.length).toBeGreaterThan(12);
  for (const [index, table] of results.tables.entries()) {
    const refusal = appendOnly.includes(table) ? "forbidden:append_only" : "forbidden:tenant_is_immutable";
    expect([table, results.asIs[index]?.state]).toEqual([table, "42501"]);
    expect([table, results.opened[index]?.message]).toEqual([table, refusal]);
    expect([table, results.owner[index]?.message]).toEqual([table, refusal]);
  }
});

test("nobody changes a file: a member of two communities cannot carry one from one to the other", async () => {
  const file = idOf("file", harbour, "dual-portrait");
  const move = `update storage.objects set name = '${meadow.id}/${dual.me}/carried.png'`;
  const rename = `update storage.objects set name = '${harbour.id}/${dual.me}/renamed.png'`;
  const [networked, blind, carried, renamed] = await planted((db) =>
    probe(db, [
      by(dual, `${move} where id = '${file}'`),
      by(dual, move),
      by(bound, `${move} where id = '${file}'`),
      by(bound, `${rename} where id = '${file}'`),
    ]),
  );
  for (const outcome of [networked, blind, carried, renamed]) {
    expect([outcome?.state, outcome?.count]).toEqual(["ok", 0]);
  }
});

type ForeignKey = {
  table: string;
  name: string;
  tenant: string;
  column: string;
  parent: string;
  target: string;
};

/** A column that follows from another cannot be written; the other is. */
const written = (column: string) => (column === "own_post_id" ? "post_id" : column);

test("no foreign key accepts a row of another community", async () => {
  const { keys, outcomes } = await planted(async (db) => {
    const found = await rowsOf<ForeignKey>(
      db,
      `select f.conrelid::regclass::text as table, f.conname as name, f.confrelid::regclass::text as parent,
         (select a.attname from pg_attribute a where a.attrelid = f.conrelid
          and a.attnum = f.conkey[array_position(f.confkey, t.attnum)]) as tenant,
         (select a.attname from pg_attribute a where a.attrelid = f.conrelid
          and a.attnum = f.conkey[cardinality(f.conkey)]) as column,
         (select a.attname from pg_attribute a where a.attrelid = f.confrelid
          and a.attnum = f.confkey[cardinality(f.confkey)]) as target
       from pg_constraint f join pg_attribute t on t.attrelid = f.confrelid and t.attname = 'tenant_id'
       where f.contype = 'f' and f.conparentid = 0 order by 1, 2`,
    );
    const attempts = found.map((key) => {
      const foreign = `select p.${key.target} from ${key.parent} p where p.tenant_id = '${meadow.id}' and not exists
        (select 1 from ${key.parent} o where o.tenant_id = '${harbour.id}' and o.${key.target} = p.${key.target}) limit 1`;
      const row = `select c.ctid from ${key.table} c where c.${key.column} is not null limit 1`;
      return key.table === "profiles"
        ? byOwner(`update profiles set primary_tenant_id = '${meadow.id}' where id = '${member.me}'`)
        : byOwner(
            `update ${key.table} set ${written(key.column)} = (${foreign})
             where ctid = (${row.replace("where", `where c.${key.tenant} = '${harbour.id}' and`)})`,
          );
    });
    return { keys: found, outcomes: await probe(db, attempts) };
  });
  expect(keys.length).toBeGreaterThan(12);
  const accepted = keys.flatMap((key, index) => {
    const outcome = outcomes[index];
    return outcome?.state === "23503"
      ? []
      : [`${key.table} ${key.name}: ${outcome?.state} ${outcome?.message}`];
  });
  expect(accepted).toEqual([]);
});

test("truncating is refused to every API role, for every table", async () => {
  const left = await planted(async (db) => {
    const tables = await rowsOf<{ name: string }>(
      db,
      `select c.oid::regclass::text as name from pg_class c where c.relkind in ('r', 'p')
       and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) order by 1`,
    );
    const attempts = tables.flatMap(({ name }) =>
      ["anon", "authenticated", "service_role"].map((role) => ({
        role,
        claims: role === "authenticated" ? dual.claims : "",
        sql: `truncate ${name} cascade`,
      })),
    );
    const outcomes = await probe(db, attempts);
    return attempts
      .filter((_, index) => outcomes[index]?.state !== "42501")
      .map(({ role, sql }) => `${role}: ${sql}`);
  });
  expect(left).toEqual([]);
});
