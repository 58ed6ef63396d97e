import path from "node:path";
import { buildApp } from "../../supabase/local/app-build.ts";
import type { Figure } from "./figures.ts";
import { appEnv, serveApp } from "./http/app.ts";
import { ask, databaseCalls } from "./http/calls.ts";
import { startCountingProxy } from "./http/counting-proxy.ts";
import { serveEmptyPage } from "./http/empty-page.ts";
import { peakMemory, startWorker } from "./http/programs.ts";
import { pageRates } from "./http/rates.ts";
import { signOutAll } from "./http/sign-in.ts";
import { type Target, targetsOf } from "./http/targets.ts";
import type { Bench } from "./stack.ts";

type Say = (line: string) => void;

async function countCalls(bench: Bench, rootDomain: string, targets: Target[]): Promise<Figure[]> {
  const proxy = await startCountingProxy(bench.stack.apiUrl);
  const app = await serveApp(bench, rootDomain, proxy.url);
  try {
    return await databaseCalls(app.port, proxy, targets);
  } finally {
    await app.process.stop();
    await proxy.close();
  }
}

function memory(name: string, peak: number | undefined): Figure[] {
  if (peak === undefined) return [];
  return [{ part: "pages", name: `peak memory of the ${name}`, measured: Math.round(peak), unit: "MiB" }];
}

async function measureRates(
  bench: Bench,
  rootDomain: string,
  targets: Target[],
  say: Say,
): Promise<Figure[]> {
  const { logs } = bench.stack.files;
  const empty = await serveEmptyPage(path.join(logs, "empty-page.log"));
  const worker = startWorker(appEnv(bench, rootDomain, bench.stack.apiUrl), path.join(logs, "worker.log"));
  try {
    const app = await serveApp(bench, rootDomain, bench.stack.apiUrl);
    try {
      for (const target of targets) await ask(app.port, target);
      const rates = await pageRates(bench, { app, empty }, targets, say);
      return [
        ...rates,
        ...memory("app", await peakMemory(app.process)),
        ...memory("empty page's server", await peakMemory(empty.process)),
        ...memory("worker", await peakMemory(worker)),
      ];
    } finally {
      await app.process.stop();
    }
  } finally {
    await worker.stop();
    await empty.close();
  }
}

/** Database calls per page, pages per second beside an empty Next.js page, and memory, on a production build. */
export async function pageFigures(bench: Bench, siteUrl: string, say: Say): Promise<Figure[]> {
  const rootDomain = new URL(siteUrl).host;
  await buildApp({
    env: appEnv(bench, rootDomain, bench.stack.apiUrl),
    logFile: path.join(bench.stack.files.logs, "build.log"),
    log: say,
    onStart: () => undefined,
  });
  try {
    const targets = await targetsOf(bench, rootDomain);
    const calls = await countCalls(bench, rootDomain, targets);
    return [...calls, ...(await measureRates(bench, rootDomain, targets, say))];
  } finally {
    await signOutAll(bench);
  }
}
