import { createWriteStream, type WriteStream } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { connectionString, environmentOf } from "./addresses.ts";
import { type Api, createApi } from "./api.ts";
import { launchDatabase, prepareState } from "./database.ts";
import { Mailbox } from "./mailbox.ts";
import { migrate } from "./migrate.ts";
import { freePort, requirePort } from "./ports.ts";
import { startApiServer } from "./server.ts";
import {
  createTemporaryStateDir,
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
  /** Default 54321 (ARCHIPELAGO_API_PORT), or a free one when ephemeral. */
  apiPort?: number;
  /** Default 54322 (ARCHIPELAGO_DB_PORT), or a free one when ephemeral. */
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
  /** Stops everything in good order; more than one call is fine. */
  stop(): Promise<void>;
  /** For tests of faults: the database goes away while the API stays and answers 503. */
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Settles when the database ends although nobody asked it to. */
  databaseLost: Promise<void>;
};

type Log = (line: string) => void;
type Ports = { apiPort: number; dbPort: number };
type Undo = (() => Promise<unknown>)[];

async function choosePorts(options: StackOptions): Promise<Ports> {
  if (options.ephemeral) {
    return { apiPort: options.apiPort ?? 0, dbPort: options.dbPort ?? (await freePort()) };
  }
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
  if (other) {
    throw new Error(`Archipelago is already running on ${files.dir} (process ${other.pid}). Stop it first.`);
  }
  // Logs tell of this run; those of earlier ones would only grow.
  for (const name of await readdir(files.logs).catch(() => [])) await rm(path.join(files.logs, name));
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
  const undo: Undo = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  if (options.ephemeral) undo.push(() => rm(files.dir, { recursive: true, force: true }));
  try {
    return await assemble({ ...options, log }, files, user, undo, stop);
  } catch (cause) {
    await stop();
    throw cause;
  }
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

/** A part that can be stopped and started again while the others stay. */
type Switch = { on(): Promise<void>; off(): Promise<void> };

function apiSwitch(make: () => Promise<Api>, databaseUrl: string): Switch & { current(): Api | undefined } {
  let current: { api: Api; watcher: pg.Client } | undefined;
  return {
    current: () => current?.api,
    async on() {
      const api = await make();
      current = { api, watcher: await watchSchema(databaseUrl, api.reloadSchema) };
    },
    async off() {
      const closing = current;
      current = undefined;
      await Promise.all([closing?.watcher.end(), closing?.api.close()]);
    },
  };
}

function databaseSwitch(launch: () => ReturnType<typeof launchDatabase>): Switch & { lost: Promise<void> } {
  let stopCurrent = async () => {};
  let reportLoss: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    reportLoss = resolve;
  });
  return {
    lost,
    async on() {
      const server = await launch();
      let wanted = true;
      void server.exited.then(() => wanted && reportLoss());
      stopCurrent = async () => {
        wanted = false;
        stopCurrent = async () => {};
        await server.stop();
      };
    },
    off: () => stopCurrent(),
  };
}

function openLog(file: string): { write: Log; close: () => Promise<void> } {
  const stream: WriteStream = createWriteStream(file, { flags: "a" });
  stream.on("error", () => undefined);
  return {
    write: (line) => void stream.write(`${new Date().toISOString()} ${line}\n`),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}

async function assemble(
  options: StackOptions & { log: Log },
  files: StateFiles,
  user: SystemUser | undefined,
  undo: Undo,
  stop: () => Promise<void>,
): Promise<Stack> {
  const ports = await choosePorts(options);
  const state = await prepareState(files, user, options.log);
  const { secrets } = state;
  const { passwords } = secrets;
  const databaseUrl = connectionString("postgres", passwords.postgres, ports.dbPort);
  const adminDatabaseUrl = connectionString("supabase_admin", passwords.supabaseAdmin, ports.dbPort);
  const apiDatabaseUrl = connectionString("authenticator", passwords.authenticator, ports.dbPort);
  const apiLog = openLog(path.join(files.logs, "api.log"));
  undo.push(apiLog.close);
  const mailbox = await Mailbox.open(files.mails);
  const database = databaseSwitch(() =>
    launchDatabase(state, ports.dbPort, options.ephemeral ?? false, options.log),
  );
  const api = apiSwitch(
    () =>
      createApi({
        databaseUrl: apiDatabaseUrl,
        schemaUrl: databaseUrl,
        siteUrl: options.siteUrl,
        secrets,
        mailbox,
        storageDir: files.storage,
        log: apiLog.write,
      }),
    apiDatabaseUrl,
  );
  undo.push(database.off);
  await database.on();
  if (options.migrations !== false) await migrate(databaseUrl, { log: options.log });
  undo.push(api.off);
  await api.on();
  const server = await startApiServer({ port: ports.apiPort, mailbox, api: api.current, log: apiLog.write });
  undo.push(server.close);
  if (!options.ephemeral) {
    undo.push(() => rm(files.instance, { force: true }));
    await writeInstance(files, { pid: process.pid, apiPort: server.port, dbPort: ports.dbPort });
  }
  const apiUrl = `http://127.0.0.1:${server.port}`;
  const env = environmentOf(apiUrl, databaseUrl, secrets);
  return {
    apiUrl,
    databaseUrl,
    adminDatabaseUrl,
    mailboxUrl: `${apiUrl}/mailbox`,
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    jwtSecret: secrets.jwtSecret,
    env,
    files,
    fresh: state.fresh,
    stop,
    databaseLost: database.lost,
    stopDatabase: async () => {
      await api.off();
      await database.off();
    },
    startDatabase: async () => {
      await database.on();
      await api.on();
    },
  };
}
