import path from "node:path";
import { defineConfig } from "playwright/test";
import { chromiumLaunch } from "../support/chromium.ts";

const port = Number(process.env.E2E_PORT ?? 3900);
const results = path.resolve(import.meta.dirname, "../../test-results");

export default defineConfig({
  testDir: import.meta.dirname,
  // What breaks the stack on purpose runs when everything else is done.
  projects: [
    { name: "walk", testMatch: "**/*.spec.ts" },
    { name: "faults", testMatch: "**/*.faults.ts", dependencies: ["walk"] },
  ],
  outputDir: path.join(results, "e2e"),
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Dots tell what failed at the end, where it is looked for.
  reporter: process.env.E2E_JSON ? [["dot"], ["json", { outputFile: process.env.E2E_JSON }]] : [["line"]],
  use: {
    baseURL: `http://archipelago.localhost:${port}`,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // A trace of everything takes a third of the time of a run.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: chromiumLaunch(),
  },
  webServer: {
    command: `tsx tests/support/app-server.ts ${port} test-results/app-server.json`,
    cwd: path.resolve(import.meta.dirname, "../.."),
    port,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
