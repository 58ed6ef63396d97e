import { connectionString, environmentOf } from "./addresses.ts";
import { defaultStateDir } from "./paths.ts";
import { readSecrets } from "./secrets.ts";
import { fallbackStateDir, runningInstance, type StateFiles, stateFiles } from "./state.ts";

/** The state folders an embedded stack of this project may use, likeliest first. */
export function stateCandidates(): StateFiles[] {
  const wanted = process.env.ARCHIPELAGO_STATE_DIR ?? defaultStateDir;
  return [wanted, fallbackStateDir(wanted)].map(stateFiles);
}

/** @throws naming the process when a stack of this project is running. */
export async function refuseSecondInstance(advice = "Stop it first."): Promise<void> {
  for (const files of stateCandidates()) {
    const instance = await runningInstance(files);
    if (instance) {
      throw new Error(`Archipelago is already running on ${files.dir} (process ${instance.pid}). ${advice}`);
    }
  }
}

/**
 * Where commands beside a running stack find it: the environment's own DATABASE_URL and SUPABASE_* win, else the
 * stack that `npm run up` or `npm run dev` has running.
 * @throws when there is neither.
 */
export async function loadEnvironment(): Promise<{ DATABASE_URL: string } & Record<string, string>> {
  const given = process.env.DATABASE_URL;
  if (given) return { DATABASE_URL: given };
  for (const files of stateCandidates()) {
    const instance = await runningInstance(files);
    const secrets = instance && (await readSecrets(files.secrets));
    if (instance && secrets) {
      const databaseUrl = connectionString("postgres", secrets.passwords.postgres, instance.dbPort);
      return environmentOf(`http://127.0.0.1:${instance.apiPort}`, databaseUrl, secrets);
    }
  }
  throw new Error(
    "No database: set DATABASE_URL, or start the local stack in another terminal with npm run up.",
  );
}
