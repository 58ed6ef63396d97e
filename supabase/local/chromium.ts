import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";
import { chromiumLaunch, HEADLESS_SHELL } from "../../tests/support/chromium.ts";

function run(command: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "inherit"] });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}

function found(): boolean {
  return existsSync(chromiumLaunch().executablePath ?? chromium.executablePath());
}

/**
 * Finds Chromium (the system's, or Playwright's own) or installs it: with apt-get for root on Debian and its kin,
 * else by Playwright's download.
 * @throws with what to do when neither works.
 */
export async function ensureChromium(log: (line: string) => void): Promise<void> {
  const root = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (root ? existsSync(HEADLESS_SHELL) : found()) return;
  log("Installing Chromium (once)");
  if (root && (await run("apt-get", ["update", "-qq"]))) {
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell"]);
  }
  if (!found()) await run("playwright", ["install", "chromium"]);
  if (found()) return;
  throw new Error(
    "There is no Chromium. Install it (on Debian: apt-get install chromium-headless-shell), or run: npx playwright install chromium",
  );
}
