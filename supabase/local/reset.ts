import { rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { stateCandidates } from "./environment.ts";
import { clearStalePostmaster } from "./postgres.ts";
import { runningInstance, type StateFiles } from "./state.ts";

const log = (line: string) => console.log(line);

/** Removes what we made in the folder, and the folder when nothing else is in it. */
async function clear({ dir, ...files }: StateFiles): Promise<void> {
  const made = [...Object.values(files), path.join(dir, "postgres-17"), path.join(dir, "demo.seeded")];
  for (const file of made) await rm(file, { recursive: true, force: true });
  await rmdir(dir).catch(() => undefined);
}

for (const files of stateCandidates()) {
  if (!(await stat(files.dir).catch(() => undefined))) continue;
  const instance = await runningInstance(files);
  if (instance) {
    console.error(
      `Archipelago is running on ${files.dir} (process ${instance.pid}). Stop it first, then reset.`,
    );
    process.exit(1);
  }
  await clearStalePostmaster(files.database, log);
  await clear(files);
  log(`Emptied ${files.dir}`);
}
log("The next npm run up starts with a new network.");
