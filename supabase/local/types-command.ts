import { writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { projectRoot } from "./paths.ts";
import { startStack } from "./stack.ts";

const TARGET = path.join(projectRoot, "lib/supabase/database.types.ts");

const SCALARS: Readonly<Record<string, string>> = {
  bool: "boolean",
  int2: "number",
  int4: "number",
  int8: "number",
  float8: "number",
  numeric: "number",
  json: "Json",
  jsonb: "Json",
  void: "undefined",
};

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  optional: boolean;
  generated: boolean;
}

interface Foreign {
  table: string;
  name: string;
  columns: string[];
  target: string;
  targetColumns: string[];
  oneToOne: boolean;
}

interface Routine {
  name: string;
  args: string[] | null;
  types: string[];
  defaults: number;
  result: string;
}

const COLUMNS = `
  select c.relname as "table", a.attname as "column", t.typname as type, not a.attnotnull as nullable,
         (a.atthasdef or a.attidentity <> '' or not a.attnotnull) as optional,
         (a.attgenerated <> '' or a.attidentity = 'a') as generated
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname, a.attname`;

const FOREIGN_KEYS = `
  select c.relname as "table", k.conname as name, f.relname as target,
    array(select a.attname::text from unnest(k.conkey) with ordinality x(n, o)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.n order by x.o) as columns,
    array(select a.attname::text from unnest(k.confkey) with ordinality x(n, o)
          join pg_attribute a on a.attrelid = k.confrelid and a.attnum = x.n order by x.o) as "targetColumns",
    exists (select 1 from pg_index i where i.indrelid = k.conrelid and i.indisunique
            and i.indkey::int2[] <@ k.conkey) as "oneToOne"
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
  where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and f.relnamespace = 'public'::regnamespace
  order by c.relname, k.conname`;

const ROUTINES = `
  select p.proname as name, p.proargnames as args, p.pronargdefaults as defaults, r.typname as result,
    array(select t.typname::text from unnest(p.proargtypes) with ordinality x(id, o)
          join pg_type t on t.oid = x.id order by x.o) as types
  from pg_proc p join pg_type r on r.oid = p.prorettype
  where p.pronamespace = 'public'::regnamespace order by p.proname`;

function scalar(type: string): string {
  return type.startsWith("_") ? `${scalar(type.slice(1))}[]` : (SCALARS[type] ?? "string");
}

function fields(columns: Column[], kind: "row" | "insert" | "update"): string {
  return columns
    .filter((column) => kind === "row" || !column.generated)
    .map((column) => {
      const optional = kind === "update" || (kind === "insert" && column.optional) ? "?" : "";
      return `          ${column.column}${optional}: ${scalar(column.type)}${column.nullable ? " | null" : ""};`;
    })
    .join("\n");
}

function relationship(key: Foreign): string {
  return `          { foreignKeyName: "${key.name}"; columns: ${JSON.stringify(key.columns)}; isOneToOne: ${key.oneToOne}; referencedRelation: "${key.target}"; referencedColumns: ${JSON.stringify(key.targetColumns)} },`;
}

function tableType(name: string, columns: Column[], keys: Foreign[]): string {
  return `      ${name}: {
        Row: {
${fields(columns, "row")}
        };
        Insert: {
${fields(columns, "insert")}
        };
        Update: {
${fields(columns, "update")}
        };
        Relationships: [
${keys.map(relationship).join("\n")}
        ];
      };`;
}

function routineType({ name, args, types, defaults, result }: Routine): string {
  const required = types.length - defaults;
  const list = types.map(
    (type, n) => `${args?.[n] ?? `arg${n}`}${n < required ? "" : "?"}: ${scalar(type)} | null`,
  );
  return `      ${name}: { Args: ${list.length ? `{ ${list.join("; ")} }` : "Record<PropertyKey, never>"}; Returns: ${scalar(result)} };`;
}

/** Writes the types of schema public as supabase-js reads them. Arguments of functions may be null, as in SQL. */
function render(columns: Column[], keys: Foreign[], routines: Routine[]): string {
  const tables = [...new Set(columns.map((column) => column.table))];
  const body = tables.map((table) =>
    tableType(
      table,
      columns.filter((column) => column.table === table),
      keys.filter((key) => key.table === table),
    ),
  );
  return `// Written by \`npm run types:generate\` from the migrations.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
${body.join("\n")}
    };
    Views: Record<never, never>;
    Functions: {
${routines.map(routineType).join("\n")}
    };
    Enums: Record<never, never>;
    CompositeTypes: Record<never, never>;
  };
};
`;
}

async function main(): Promise<void> {
  const stack = await startStack({ siteUrl: "http://archipelago.localhost:3000", ephemeral: true });
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  try {
    await client.connect();
    const columns = (await client.query<Column>(COLUMNS)).rows;
    const keys = (await client.query<Foreign>(FOREIGN_KEYS)).rows;
    const routines = (await client.query<Routine>(ROUTINES)).rows;
    await writeFile(TARGET, render(columns, keys, routines));
  } finally {
    await client.end();
    await stack.stop();
  }
}

await main();
