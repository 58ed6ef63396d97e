import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { RESERVED_SLUGS } from "@/lib/tenancy/reserved-slugs";
import { projectRoot } from "../../support/source-files.ts";

describe("reserved addresses", () => {
  it("are the same in the app and in the database", () => {
    const sql = readFileSync(
      path.join(projectRoot, "supabase/migrations/20261120001000_reserved_slugs.sql"),
      "utf8",
    );
    const inDatabase = [...sql.matchAll(/\('([^']+)'\)/g)].map((match) => match[1]);
    expect(inDatabase.sort()).toEqual([...new Set(RESERVED_SLUGS)].sort());
  });
});
