import path from "node:path";

/** How many tests passed, failed, were skipped. */
export type Tally = { passed: number; failed: number; skipped: number };

/** One stage: a program, and where it leaves a JSON report when it runs tests. */
export type Stage = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  report?: { file: string; read: (report: unknown) => Tally };
  /** Done first; throws with what to do when the stage cannot run. */
  prepare?: () => Promise<void>;
};

function count(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** Counts of vitest's JSON report. Pure. */
export function vitestTally(report: unknown): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = (report ?? {}) as Record<
    string,
    unknown
  >;
  return {
    passed: count(numPassedTests),
    failed: count(numFailedTests),
    skipped: count(numPendingTests) + count(numTodoTests),
  };
}

/** Counts of Playwright's JSON report; a test that passed at the second try has passed. Pure. */
export function playwrightTally(report: unknown): Tally {
  const stats = ((report ?? {}) as { stats?: Record<string, unknown> }).stats ?? {};
  return {
    passed: count(stats.expected) + count(stats.flaky),
    failed: count(stats.unexpected),
    skipped: count(stats.skipped),
  };
}

/** What a stage adds: one that failed without a failed test (lint, a crash) counts as one failure. Pure. */
export function stageTally(ok: boolean, counted: Tally | undefined): Tally {
  const tally = counted ?? { passed: 0, failed: 0, skipped: 0 };
  return ok || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

/** The closing line, the same for every test runner. Pure. */
export function sumLine(tallies: Tally[]): string {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  return `${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`;
}

function vitest(project: string, reports: string): Stage {
  const file = path.join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return {
    name: project,
    command: "vitest",
    args: ["run", "--project", project, ...reporters],
    report: { file, read: vitestTally },
  };
}

/** A stage turbo runs: what has passed and has not changed since is not run again. */
function cached(name: string, script: string): Stage {
  const colour = process.stdout.isTTY ? [] : ["--no-color"];
  return {
    name,
    command: "turbo",
    args: ["run", script, "--output-logs=full", "--log-prefix=none", ...colour],
  };
}

/**
 * The stages of `npm run verify`, in order.
 * @param reports folder for the JSON reports.
 * @param options.prepareBrowser makes sure that there is a Chromium.
 * @param options.deep adds what takes minutes: the mutants, and each screen in every look, of `npm run verify:deep`.
 */
export function verifyStages(
  root: string,
  reports: string,
  options: { prepareBrowser: () => Promise<void>; deep?: boolean },
): Stage[] {
  const browserReport = path.join(reports, "e2e.json");
  const looksReport = path.join(reports, "looks.json");
  return [
    cached("lint and format", "lint"),
    cached("types", "types"),
    {
      ...cached("unit", "test:unit"),
      report: { file: path.join(root, "test-results/unit.json"), read: vitestTally },
    },
    vitest("isolation", reports),
    vitest("integration", reports),
    { name: "build", command: "next", args: ["build"], env: { NODE_ENV: "production" } },
    {
      name: "end to end",
      command: "playwright",
      args: ["test", "-c", "tests/e2e/playwright.config.ts"],
      env: { E2E_JSON: browserReport },
      report: { file: browserReport, read: playwrightTally },
      prepare: options.prepareBrowser,
    },
    ...(options.deep
      ? [
          {
            name: "every look of every screen",
            command: "playwright",
            args: ["test", "-c", "tests/e2e/playwright.config.ts", "--project=walk", "accessibility.spec.ts"],
            env: { E2E_JSON: looksReport, ARCHIPELAGO_DEEP: "1" },
            report: { file: looksReport, read: playwrightTally },
          },
          vitest("deep", reports),
        ]
      : []),
  ];
}
