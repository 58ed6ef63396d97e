import { fork } from "node:child_process";
import path from "node:path";
import type { PageLoad, PageLoadResult } from "./load-worker.ts";

/** Asks for a page from a process of its own. @throws when any answer is not a success. */
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
  return result;
}
