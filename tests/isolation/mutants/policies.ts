import { type Db, rowsOf } from "../engine/db.ts";
import { type Condition, parseCondition } from "../gates/boolean.ts";
import type { Mutant } from "./kinds.ts";

type Policy = {
  table: string;
  name: string;
  roles: string[];
  using: string | null;
  check: string | null;
  /** Columns that an API role may change. */
  changeable: string[];
};

function print(condition: Condition): string {
  if (condition.kind === "leaf") return condition.text;
  return condition.parts.map((part) => `(${print(part)})`).join(` ${condition.kind} `);
}

/** The condition with one part of one and/or left out, for every such part that is not idle. */
export function withoutOnePart(condition: Condition, idle: (part: Condition) => boolean): string[] {
  if (condition.kind === "leaf") return [];
  const { kind, parts } = condition;
  return parts.flatMap((part, index) => {
    if (idle(part)) return [];
    const rest = parts.filter((_, other) => other !== index);
    const inside = withoutOnePart(part, idle).map((text) => {
      const changed: Condition = { kind: "leaf", text: `(${text})` };
      return print({ kind, parts: parts.map((same, other) => (other === index ? changed : same)) });
    });
    return [print({ kind, parts: rest }), ...inside];
  });
}

/**
 * Whether USING and WITH CHECK both ask for this part and no update can change what it asks: then either of them is
 * enough, and leaving one out changes nothing.
 */
function saidTwice(policy: Policy, part: Condition): boolean {
  if (policy.using === null || policy.check === null) return false;
  const text = print(part);
  const asks = (clause: string) => {
    const condition = parseCondition(clause);
    return condition.kind === "and" && condition.parts.some((other) => print(other) === text);
  };
  const changes = policy.changeable.some((column) => new RegExp(`\\b${column}\\b`).test(text));
  return asks(policy.using) && asks(policy.check) && !changes;
}

function clauseMutants(policy: Policy): Mutant[] {
  const alter = `alter policy ${policy.name} on ${policy.table}`;
  const clauses: [string, string | null][] = [
    ["using", policy.using],
    ["with check", policy.check],
  ];
  return clauses.flatMap(([clause, text]) => {
    if (text === null) return [];
    const parts = withoutOnePart(parseCondition(text), (part) => saidTwice(policy, part));
    return [
      { kind: `${clause} true`, table: policy.table, sql: `${alter} ${clause} (true)` },
      ...parts.map((rest) => ({
        kind: `${clause} less`,
        table: policy.table,
        sql: `${alter} ${clause} (${rest})`,
      })),
    ];
  });
}

function roleMutants(policy: Policy): Mutant[] {
  const alter = `alter policy ${policy.name} on ${policy.table} to`;
  const added = ["anon", "service_role"].filter((role) => !policy.roles.includes(role));
  const removed = policy.roles.length > 1 ? policy.roles : [];
  return [
    { kind: "to public", table: policy.table, sql: `${alter} public` },
    ...added.map((role) => ({
      kind: "to one more",
      table: policy.table,
      sql: `${alter} ${[...policy.roles, role].join(", ")}`,
    })),
    ...removed.map((role) => ({
      kind: "to one less",
      table: policy.table,
      sql: `${alter} ${policy.roles.filter((other) => other !== role).join(", ")}`,
    })),
  ];
}

/** Every policy dropped, opened, thinned out and given to other roles. */
export async function policyMutants(db: Db): Promise<Mutant[]> {
  const policies = await rowsOf<Policy>(
    db,
    `select schemaname || '.' || tablename as table, policyname as name, roles::text[] as roles, qual as using,
       with_check as check,
       array(select a.attname::text from pg_attribute a where a.attrelid = format('%I.%I', schemaname, tablename)::regclass
             and a.attnum > 0 and has_column_privilege('authenticated', a.attrelid, a.attnum, 'update')) as changeable
     from pg_policies where schemaname in ('public', 'storage') order by 1, 2`,
  );
  return policies.flatMap((policy) => [
    {
      kind: "policy dropped",
      table: policy.table,
      sql: `drop policy ${policy.name} on ${policy.table}`,
    },
    ...clauseMutants(policy),
    ...roleMutants(policy),
  ]);
}
