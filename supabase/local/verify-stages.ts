import path from "node:path";

/** How many tests passed, failed, were skipped. */
export type Tally = { passed: number; failed: number; skipped: number };

/** One run of a stage's program, and where it leaves a JSON report when it runs tests. */
export type Run = {
  args: string[];
  report?: { file: string; read: (report: unknown) => Tally };
};

/** One stage: a program, run once or several times side by side. */
export type Stage = {
  name: string;
  command: string;
  runs: Run[];
  env?: Record<string, string>;
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

/** All of them together. Pure. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** The closing line, the same for every test runner. Pure. */
export function sumLine(tallies: readonly Tally[]): string {
  const { passed, failed, skipped } = sumOf(tallies);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * A project of vitest.
 * @param shards how many runs share its files, each with a stack of its own: tests that wait leave room for others.
 */
function vitest(project: string, reports: string, shards = 1): Stage {
  const runs = Array.from({ length: shards }, (_, n): Run => {
    const file = path.join(reports, `${project}-${n + 1}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const shard = shards > 1 ? [`--shard=${n + 1}/${shards}`] : [];
    return {
      args: ["run", "--project", project, ...shard, ...reporters],
      report: { file, read: vitestTally },
    };
  });
  return { name: project, command: "vitest", runs };
}

/** A stage turbo runs: what has passed and has not changed since is not run again. */
function cached(name: string, script: string, report?: Run["report"]): Stage {
  const colour = process.stdout.isTTY ? [] : ["--no-color"];
  const args = ["run", script, "--output-logs=full", "--log-prefix=none", ...colour];
  return { name, command: "turbo", runs: [{ args, report }] };
}

/** Stories in Chromium. */
function playwright(name: string, file: string, args: readonly string[] = []): Stage {
  return {
    name,
    command: "playwright",
    runs: [
      {
        args: ["test", "-c", "tests/e2e/playwright.config.ts", ...args],
        report: { file, read: playwrightTally },
      },
    ],
    env: { E2E_JSON: file },
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
  const looks = playwright("every look of every screen", path.join(reports, "looks.json"), [
    "--project=walk",
    "accessibility.spec.ts",
  ]);
  return [
    cached("lint and format", "lint"),
    cached("types", "types"),
    cached("unit", "test:unit", { file: path.join(root, "test-results/unit.json"), read: vitestTally }),
    vitest("isolation", reports),
    vitest("integration", reports, 2),
    { name: "build", command: "next", runs: [{ args: ["build"] }], env: { NODE_ENV: "production" } },
    { ...playwright("end to end", path.join(reports, "e2e.json")), prepare: options.prepareBrowser },
    ...(options.deep
      ? [{ ...looks, env: { ...looks.env, ARCHIPELAGO_DEEP: "1" } }, vitest("deep", reports)]
      : []),
  ];
}
