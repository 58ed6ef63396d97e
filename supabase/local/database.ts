import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { connectionString } from "./addresses.ts";
import { bootstrap, provideRealtime } from "./bootstrap.ts";
import { clearStalePostmaster, initialise, startPostgres } from "./postgres.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import type { Guarded } from "./processes.ts";
import { createSecrets, readSecrets, type StackSecrets, writeSecrets } from "./secrets.ts";
import { createDataFolder, dataState, type StateFiles } from "./state.ts";
import type { SystemUser } from "./system-user.ts";

type Log = (line: string) => void;

/** A state folder in order: keys there, data folder ready or absent. `fresh`: the database is yet to be made. */
export type PreparedState = {
  files: StateFiles;
  user: SystemUser | undefined;
  secrets: StackSecrets;
  fresh: boolean;
};

const postgresMajor = "17";

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** @throws when the database was made by another major version, whose files this one cannot read. */
async function requireVersion(files: StateFiles): Promise<void> {
  const made = (await readFile(path.join(files.database, "PG_VERSION"), "utf8")).trim();
  if (made === postgresMajor) return;
  throw new Error(
    `${files.database} was made by Postgres ${made}; this is Postgres ${postgresMajor}. Start over with: npm run reset`,
  );
}

/**
 * Finds or makes keys and folders; a half-written data folder is removed.
 * @throws naming the file when kept keys are damaged, or missing beside a database.
 */
export async function prepareState(
  files: StateFiles,
  user: SystemUser | undefined,
  log: Log,
): Promise<PreparedState> {
  await Promise.all([mkdir(files.logs, { recursive: true }), mkdir(files.storage, { recursive: true })]);
  const state = dataState({ database: await exists(files.database), ready: await exists(files.ready) });
  const kept = await readSecrets(files.secrets);
  if (state === "ready" && !kept) {
    throw new Error(
      `${files.secrets} is missing, and with it the keys of this database. Restore it, or start over with: npm run reset`,
    );
  }
  if (state === "ready") await requireVersion(files);
  if (state === "half-written") {
    log("The database folder is half-written (an earlier start was interrupted); making it anew");
    await clearStalePostmaster(files.database, log);
  }
  if (state !== "ready") {
    await rm(files.database, { recursive: true, force: true });
    await rm(files.ready, { force: true });
  }
  const secrets = kept ?? createSecrets();
  if (!kept) await writeSecrets(files.secrets, secrets);
  return { files, user, secrets, fresh: state !== "ready" };
}

/**
 * Starts the database of a prepared folder on `port`, making and bootstrapping it first where it is absent.
 * @param throwaway whether it may lose data when the machine crashes, for speed.
 */
export async function launchDatabase(
  { files, user, secrets }: PreparedState,
  port: number,
  throwaway: boolean,
  log: Log,
): Promise<Guarded> {
  const binaries = await postgresBinaries(files.dir, user);
  const adminUrl = connectionString("supabase_admin", secrets.passwords.supabaseAdmin, port);
  const making = !(await exists(files.ready));
  if (making) {
    log("Creating the database");
    await createDataFolder(files.database, user);
    const password = secrets.passwords.supabaseAdmin;
    await initialise({ binaries, dataDir: files.database, password, user });
  } else {
    await clearStalePostmaster(files.database, log);
  }
  const logFile = path.join(files.logs, "postgres.log");
  const server = await startPostgres(
    binaries,
    { dataDir: files.database, logFile, port, user, throwaway },
    adminUrl,
  );
  try {
    if (making) await bootstrap(adminUrl, secrets);
    await provideRealtime(adminUrl);
    if (making) await writeFile(files.ready, `${new Date().toISOString()}\n`);
    return server;
  } catch (cause) {
    await server.stop();
    throw cause;
  }
}
