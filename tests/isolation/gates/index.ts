import type { Db } from "../engine/db.ts";
import { dangerousGrants, functions, grants, provided, schemas, views } from "./access.ts";
import { boundPolicies, personPolicies, policyCost, policyFences, policyRoles } from "./policies.ts";
import {
  appendOnlyTables,
  foreignKeyIndexes,
  noEnums,
  policiesPresent,
  recordedTables,
  rowSecurity,
  tenantColumn,
  tenantForeignKeys,
  tenantUnique,
} from "./tables.ts";

/** A gate answers one line per object that breaks its rule, beginning with the object's name. */
export type Gate = (db: Db) => Promise<string[]>;

export const gates = {
  rowSecurity,
  policiesPresent,
  tenantColumn,
  appendOnlyTables,
  recordedTables,
  tenantForeignKeys,
  tenantUnique,
  foreignKeyIndexes,
  noEnums,
  grants,
  dangerousGrants,
  schemas,
  functions,
  views,
  provided,
  policyRoles,
  boundPolicies,
  policyFences,
  personPolicies,
  policyCost,
} satisfies Record<string, Gate>;
export type GateName = keyof typeof gates;

/** Runs all gates. Lines carry the gate's name. */
export async function runGates(db: Db): Promise<string[]> {
  const problems: string[] = [];
  for (const [name, gate] of Object.entries(gates)) {
    problems.push(...(await gate(db)).map((line) => `[${name}] ${line}`));
  }
  return problems;
}
