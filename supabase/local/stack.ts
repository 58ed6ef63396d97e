import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { connectionString, environmentOf } from "./addresses.ts";
import { type Api, createApi } from "./api.ts";
import { bootstrap } from "./bootstrap.ts";
import { Mailbox } from "./mailbox.ts";
import { migrate } from "./migrate.ts";
import { freePort, requirePort } from "./ports.ts";
import { clearStalePostmaster, initialise, postgresBinaries, startPostgres } from "./postgres.ts";
import type { Guarded } from "./processes.ts";
import { createSecrets, readSecrets, type StackSecrets, writeSecrets } from "./secrets.ts";
import { startApiServer } from "./server.ts";
import {
  createDataFolder,
  createTemporaryStateDir,
  dataState,
  resolveStateDir,
  runningInstance,
  type StateFiles,
  stateFiles,
  writeInstance,
} from "./state.ts";
import { databaseUser, type SystemUser } from "./system-user.ts";

export type StackOptions = {
  /** Default supabase/.local, or ARCHIPELAGO_STATE_DIR. */
  stateDir?: string;
  /** Default 54321, or a free one when ephemeral. */
  apiPort?: number;
  /** Default 54322, or a free one when ephemeral. */
  dbPort?: number;
  /** Address of the network host, without a slash at the end: links in mails point there. */
  siteUrl: string;
  /** A temporary folder and free ports; everything is deleted at stop. */
  ephemeral?: boolean;
  /** Whether to apply supabase/migrations. Default true. */
  migrations?: boolean;
  log?: (line: string) => void;
};

export type Stack = {
  apiUrl: string;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  /** As the role `postgres`, which owns the schema, as on a hosted project. */
  databaseUrl: string;
  /** As the superuser `supabase_admin`. */
  adminDatabaseUrl: string;
  mailboxUrl: string;
  /** What the app reads: SUPABASE_URL and the keys, DATABASE_URL, DEV_MAILBOX_URL. */
  env: Record<string, string>;
  files: StateFiles;
  /** Whether the database was made by this start. */
  fresh: boolean;
  stop(): Promise<void>;
  /** For tests of faults: the database goes away while the API stays. */
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Settles when the database ends although nobody asked it to. */
  databaseLost: Promise<void>;
};

type Context = { files: StateFiles; user: SystemUser | undefined; secrets: StackSecrets; fresh: boolean };

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Finds or makes keys and data folder; a half-written data folder is removed. */
async function prepareState(
  files: StateFiles,
  user: SystemUser | undefined,
  log: (line: string) => void,
): Promise<Context> {
  await Promise.all([mkdir(files.logs, { recursive: true }), mkdir(files.storage, { recursive: true })]);
  const state = dataState({ database: await exists(files.database), ready: await exists(files.ready) });
  const kept = await readSecrets(files.secrets);
  if (state === "ready" && !kept)
    throw new Error(
      `${files.secrets} is missing, and with it the keys of this database. Restore it, or start over with: npm run reset`,
    );
  if (state === "half-written") {
    log("The database folder is half-written (an earlier start was interrupted); making it anew");
    await clearStalePostmaster(files.database, log);
  }
  if (state !== "ready") await rm(files.database, { recursive: true, force: true });
  const secrets = kept ?? createSecrets();
  if (!kept) await writeSecrets(files.secrets, secrets);
  return { files, user, secrets, fresh: state !== "ready" };
}

async function launchDatabase(
  context: Context,
  port: number,
  throwaway: boolean,
  log: (line: string) => void,
): Promise<Guarded> {
  const { files, user, secrets } = context;
  const binaries = await postgresBinaries(files.dir, user);
  const adminUrl = connectionString("supabase_admin", secrets.passwords.supabaseAdmin, port);
  const making = !(await exists(files.ready));
  if (making) {
    log("Creating the database");
    await createDataFolder(files.database, user);
    await initialise({ binaries, dataDir: files.database, password: secrets.passwords.supabaseAdmin, user });
  } else {
    await clearStalePostmaster(files.database, log);
  }
  const options = {
    dataDir: files.database,
    logFile: path.join(files.logs, "postgres.log"),
    port,
    user,
    throwaway,
  };
  const server = await startPostgres(binaries, options, adminUrl);
  try {
    if (making) {
      await bootstrap(adminUrl, secrets);
      await writeFile(files.ready, `${new Date().toISOString()}\n`);
    }
  } catch (cause) {
    await server.stop();
    throw cause;
  }
  return server;
}

/** Listens for `notify pgrst`, as PostgREST does, so that a migration by another process is seen at once. */
async function watchSchema(url: string, reload: () => Promise<void>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "supabase api schema watch" });
  client.on("error", () => undefined);
  client.on("notification", () => void reload());
  await client.connect();
  await client.query("listen pgrst");
  return client;
}

async function choosePorts(options: StackOptions): Promise<{ apiPort: number; dbPort: number }> {
  if (options.ephemeral)
    return { apiPort: options.apiPort ?? 0, dbPort: options.dbPort ?? (await freePort()) };
  const apiPort = options.apiPort ?? Number(process.env.ARCHIPELAGO_API_PORT ?? 54321);
  const dbPort = options.dbPort ?? Number(process.env.ARCHIPELAGO_DB_PORT ?? 54322);
  await requirePort(apiPort, "Supabase API", "ARCHIPELAGO_API_PORT");
  await requirePort(dbPort, "Postgres", "ARCHIPELAGO_DB_PORT");
  return { apiPort, dbPort };
}

async function claimState(options: StackOptions, user: SystemUser | undefined): Promise<StateFiles> {
  if (options.ephemeral) return stateFiles(options.stateDir ?? (await createTemporaryStateDir(user)));
  const files = stateFiles(await resolveStateDir(user, options.stateDir));
  const other = await runningInstance(files);
  if (other)
    throw new Error(`Archipelago is already running on ${files.dir} (process ${other.pid}). Stop it first.`);
  return files;
}

/**
 * Starts Postgres, Supabase's Auth, Data API and Storage, and the development mailbox, and applies the migrations.
 * @throws with what to do, when a port is taken, another instance runs, or kept state is damaged. Nothing is left running.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const log = options.log ?? (() => undefined);
  const user = await databaseUser();
  const files = await claimState(options, user);
  const ports = await choosePorts(options);
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  if (options.ephemeral) undo.push(() => rm(files.dir, { recursive: true, force: true }));
  try {
    return await assemble({ options, log, files, user, ports, undo, stop });
  } catch (cause) {
    await stop();
    throw cause;
  }
}

type Assembly = {
  options: StackOptions;
  log: (line: string) => void;
  files: StateFiles;
  user: SystemUser | undefined;
  ports: { apiPort: number; dbPort: number };
  undo: (() => Promise<unknown>)[];
  stop: () => Promise<void>;
};

async function assemble({ options, log, files, user, ports, undo, stop }: Assembly): Promise<Stack> {
  const context = await prepareState(files, user, log);
  const { secrets } = context;
  const { passwords } = secrets;
  const databaseUrl = connectionString("postgres", passwords.postgres, ports.dbPort);
  const adminDatabaseUrl = connectionString("supabase_admin", passwords.supabaseAdmin, ports.dbPort);
  const apiDatabaseUrl = connectionString("authenticator", passwords.authenticator, ports.dbPort);
  const mailbox = await Mailbox.open(files.mails);
  let api: Api | undefined;
  let lost: () => void = () => undefined;
  const databaseLost = new Promise<void>((resolve) => {
    lost = resolve;
  });
  let down = async () => {};

  const startDatabase = async () => {
    const server = await launchDatabase(context, ports.dbPort, options.ephemeral ?? false, log);
    let wanted = true;
    void server.exited.then(() => wanted && lost());
    down = async () => {
      wanted = false;
      down = async () => {};
      await server.stop();
    };
  };
  const startApi = async () => {
    const made = await createApi({
      databaseUrl: apiDatabaseUrl,
      siteUrl: options.siteUrl,
      secrets,
      mailbox,
      storageDir: files.storage,
    });
    const watcher = await watchSchema(apiDatabaseUrl, made.reloadSchema);
    api = { ...made, close: async () => void (await Promise.all([watcher.end(), made.close()])) };
  };
  const stopApi = async () => {
    const closing = api;
    api = undefined;
    await closing?.close();
  };

  undo.push(() => down());
  await startDatabase();
  if (options.migrations !== false) await migrate(databaseUrl, { log });
  undo.push(stopApi);
  await startApi();
  const server = await startApiServer({ port: ports.apiPort, mailbox, api: () => api, log });
  undo.push(server.close);
  if (!options.ephemeral) {
    await writeInstance(files, { pid: process.pid, apiPort: server.port, dbPort: ports.dbPort });
    undo.push(() => rm(files.instance, { force: true }));
  }
  const apiUrl = `http://127.0.0.1:${server.port}`;
  const urls = { apiUrl, databaseUrl, adminDatabaseUrl, mailboxUrl: `${apiUrl}/mailbox` };
  return {
    ...urls,
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    jwtSecret: secrets.jwtSecret,
    env: environmentOf(apiUrl, databaseUrl, secrets),
    files,
    fresh: context.fresh,
    stop,
    databaseLost,
    stopDatabase: async () => {
      await stopApi();
      await down();
    },
    startDatabase: async () => {
      await startDatabase();
      await startApi();
    },
  };
}
