import { fork } from "node:child_process";
import path from "node:path";
import type { PageLoad, PageLoadResult } from "./load-worker.ts";

const patience = 30;

/** Asks for a page from a process of its own. @throws when there is no answer, or one that is no success. */
export async function loadPage(load: PageLoad): Promise<PageLoadResult> {
  const result = await new Promise<PageLoadResult>((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, "load-worker.ts"));
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The load ended with code ${code}.`)));
    child.send(load);
  });
  if (result.failed > 0)
    throw new Error(`${result.failed} answers of ${load.headers.host} ${load.url} failed.`);
  // A busy machine may not answer anything so soon.
  if (result.pages === 0 && load.seconds < patience) return loadPage({ ...load, seconds: load.seconds * 3 });
  if (result.pages === 0) throw new Error(`${load.headers.host} ${load.url} does not answer.`);
  return result;
}
