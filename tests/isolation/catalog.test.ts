import { describe, expect, test } from "vitest";
import { poolFor, stackEnv } from "../support/stack.ts";
import { inScratch } from "./engine/db.ts";
import { accessCanaries } from "./gates/canaries/access.ts";
import { policyCanaries } from "./gates/canaries/policies.ts";
import { tableCanaries } from "./gates/canaries/tables.ts";
import { type GateName, gates } from "./gates/index.ts";

const canaries = [...tableCanaries, ...accessCanaries, ...policyCanaries];
const pool = () => poolFor(stackEnv().DATABASE_URL);

describe("the schema as it is", () => {
  for (const [name, gate] of Object.entries(gates)) {
    test(`passes the gate ${name}`, async () => {
      expect(await inScratch(pool(), gate)).toEqual([]);
    });
  }
});

describe("each gate names what breaks it", () => {
  for (const canary of canaries) {
    test(`${canary.gate}: ${canary.what}`, async () => {
      const lines = await inScratch(pool(), async (db) => {
        await db.query(canary.sql);
        return gates[canary.gate](db);
      });
      expect(lines.filter((line) => line.startsWith(canary.names))).not.toEqual([]);
    });
  }

  test("no gate is without a canary", () => {
    const watched = new Set<GateName>(canaries.map((canary) => canary.gate));
    expect(Object.keys(gates).filter((name) => !watched.has(name as GateName))).toEqual([]);
  });
});
