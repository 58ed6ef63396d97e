import { describe, expect, it } from "vitest";
import { builtFrom, isSource } from "../../../supabase/local/app-build.ts";
import { placeOf, planMigrations } from "../../../supabase/local/migrate.ts";
import { splitLines } from "../../../supabase/local/processes.ts";
import { summaryText } from "../../../supabase/local/summary.ts";
import { noteworthy } from "../../../supabase/local/terminal.ts";
import { playwrightTally, stageTally, sumLine, vitestTally } from "../../../supabase/local/verify-stages.ts";

const migration = (version: string, sql: string) => ({ version, name: "x", file: `${version}_x.sql`, sql });

describe("migrations", () => {
  it("applies what is not recorded and names what was changed or lost", () => {
    const plan = planMigrations(
      [migration("1", "a"), migration("2", "b"), migration("3", "c")],
      [
        { version: "0", statements: ["gone"] },
        { version: "1", statements: ["a"] },
        { version: "2", statements: ["other"] },
      ],
    );
    expect(plan.pending.map((file) => file.version)).toEqual(["3"]);
    expect(plan.changed.map((file) => file.version)).toEqual(["2"]);
    expect(plan.unknown).toEqual(["0"]);
  });

  it("does not compare with what the Supabase CLI split into statements", () => {
    expect(
      planMigrations([migration("1", "a;b")], [{ version: "1", statements: ["a", "b"] }]).changed,
    ).toEqual([]);
    expect(planMigrations([migration("1", "a")], [{ version: "1", statements: null }]).changed).toEqual([]);
  });

  it("finds the line and column of an error, counting characters", () => {
    expect(placeOf("one\ntwö\n🌊 three", 11)).toEqual({ line: 3, column: 3 });
    expect(placeOf("one", 1)).toEqual({ line: 1, column: 1 });
  });
});

describe("what reaches the terminal", () => {
  it.each([
    ["an error", "Error: no luck", "Error: no luck"],
    ["a warning", " ⚠ Something is odd", "⚠ Something is odd"],
    ["a record of level 50", '{"level":50,"msg":"failed","err":{"message":"why"}}', "failed: why"],
    ["a record of level 30", '{"level":30,"msg":"an error in its text"}', undefined],
    ["a request", "GET /errors-and-warnings 200", undefined],
    ["progress", "Ready in 200ms", undefined],
    ["the known deprecation", ' ⚠ The "middleware" file convention is deprecated.', undefined],
  ])("of %s", (_, line, shown) => {
    expect(noteworthy(line)).toBe(shown);
  });

  it("is cut into lines however it arrives", () => {
    const lines: string[] = [];
    const splitter = splitLines((line) => lines.push(line));
    const bytes = Buffer.from("eins\nzwei ü\r\ndrei");
    for (const byte of bytes) splitter.write(Buffer.from([byte]));
    splitter.end();
    expect(lines).toEqual(["eins", "zwei ü", "drei"]);
  });
});

describe("the build", () => {
  it.each([
    "app/layout.tsx",
    "lib/a/b.ts",
    "middleware.ts",
    "package-lock.json",
    "next.config.ts",
    "public/icon.svg",
  ])("is made of %s", (file) => expect(isSource(file)).toBe(true));
  it.each(["README.md", "tests/unit/a.test.ts", "supabase/migrations/1.sql", "docs/a.md", ".gitignore"])(
    "is not made of %s",
    (file) => expect(isSource(file)).toBe(false),
  );
  it("belongs to one build id", () => {
    expect(builtFrom("h", "one\n")).not.toBe(builtFrom("h", "two\n"));
  });
});

describe("verify", () => {
  it("sums every runner in one plain line", () => {
    const vitest = vitestTally({
      numPassedTests: 10,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 1,
    });
    const browser = playwrightTally({ stats: { expected: 2, flaky: 1, unexpected: 0, skipped: 0 } });
    expect(sumLine([vitest, browser])).toBe("13 passed, 0 failed, 2 skipped");
  });

  it("counts a stage that fails without a failed test", () => {
    expect(stageTally(false, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(stageTally(false, { passed: 3, failed: 2, skipped: 0 }).failed).toBe(2);
    expect(stageTally(true, undefined).failed).toBe(0);
  });

  it("counts nothing in a report that is empty", () => {
    expect(vitestTally(null)).toEqual({ passed: 0, failed: 0, skipped: 0 });
    expect(playwrightTally({})).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

describe("the summary", () => {
  it("names addresses, communities with their own domains, and people", () => {
    const text = summaryText({
      rootDomain: "archipelago.localhost:3000",
      stateDir: "/state",
      apiUrl: "http://127.0.0.1:54321",
      databaseUrl: "postgresql://x",
      communities: [
        { slug: "tango", name: "Tango", privacy: "public", status: "active", domain: "milonga.localhost" },
        { slug: "old", name: "Old", privacy: "private", status: "suspended", domain: null },
      ],
      signIns: [{ email: "ana@example.com", password: "pw", about: "owner of Tango" }],
    });
    expect(text).toContain("http://archipelago.localhost:3000/mailbox");
    expect(text).toContain("http://tango.archipelago.localhost:3000");
    expect(text).toContain("http://milonga.localhost:3000");
    expect(text).toContain("Old, private, suspended");
    expect(text).toMatch(/ana@example\.com\s+password pw\s+owner of Tango/);
  });
});
