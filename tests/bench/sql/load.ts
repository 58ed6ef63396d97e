import { fork } from "node:child_process";
import path from "node:path";
import type { Load, LoadResult } from "./load-worker.ts";

/**
 * Runs a load in a process of its own, so that measuring shares no event loop with the stack.
 * @throws when the load fails; what it said stands on stderr.
 */
export function runLoad(load: Load): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, "load-worker.ts"));
    let result: LoadResult | undefined;
    child.once("message", (message: LoadResult) => {
      result = message;
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      result ? resolve(result) : reject(new Error(`The load ended with code ${code}.`)),
    );
    child.send(load);
  });
}

/** Several runs of the same load as one: rates averaged, latencies from the middle run. */
export function together(results: LoadResult[]): LoadResult {
  const sorted = results.toSorted((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("No load was run.");
  const perSecond = results.reduce((sum, result) => sum + result.perSecond, 0) / results.length;
  return { perSecond, latency: middle.latency };
}
