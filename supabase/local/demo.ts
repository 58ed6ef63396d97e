import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Stack } from "./stack.ts";
import type { SignIn } from "./summary.ts";

/** What supabase/local/demo/seed.ts exports. */
export type DemoModule = {
  seedDemo?: (
    databaseUrl: string,
    options: { env: Record<string, string>; log: (line: string) => void },
  ) => Promise<void>;
  demoSignIns?: readonly SignIn[];
};

async function loadDemo(): Promise<DemoModule | undefined> {
  const file = path.join(import.meta.dirname, "demo/seed.ts");
  const found = await stat(file).catch(() => undefined);
  return found && ((await import(pathToFileURL(file).href)) as DemoModule);
}

/**
 * Fills a database with the demo network, once: a marker in the state folder says it has been done.
 * @returns the people to sign in as; none where the demo was not wanted or is not part of this version.
 */
export async function ensureDemo(
  stack: Stack,
  env: Record<string, string>,
  log: (line: string) => void,
): Promise<readonly SignIn[]> {
  const marker = path.join(stack.files.dir, "demo.seeded");
  const demo = await loadDemo();
  if (!demo?.seedDemo) {
    log("There is no demo to seed in this version");
    return [];
  }
  const seeded = stack.fresh ? undefined : await readFile(marker, "utf8").catch(() => undefined);
  if (seeded === undefined) {
    log("Seeding the demo network");
    await demo.seedDemo(stack.databaseUrl, { env, log });
    await writeFile(marker, `${new Date().toISOString()}\n`);
  }
  return demo.demoSignIns ?? [];
}
