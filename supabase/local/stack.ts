import { createWriteStream, type WriteStream } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { connectionString, environmentOf } from "./addresses.ts";
import { createApi } from "./api.ts";
import { launchDatabase, prepareState } from "./database.ts";
import { Mailbox } from "./mailbox.ts";
import { migrate } from "./migrate.ts";
import { freePort, requirePort } from "./ports.ts";
import { createGateway } from "./realtime/gateway.ts";
import type { StackSecrets } from "./secrets.ts";
import { startApiServer } from "./server.ts";
import {
  createTemporaryStateDir,
  resolveStateDir,
  runningInstance,
  type StateFiles,
  stateFiles,
  writeInstance,
} from "./state.ts";
import { apiSwitch, databaseSwitch, gatewaySwitch } from "./switches.ts";
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
 * Starts Postgres, Supabase's Auth, Data API, Storage and Realtime, and the development mailbox, and applies the migrations.
 * @throws with what to do, when a port is taken, another instance runs, or kept state is damaged. Nothing is left running.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const log = options.log ?? (() => undefined);
  const user = await databaseUser();
  const files = await claimState(options, user);
  const undo: Undo = [];
  const stop = () => undoAll(undo);
  if (options.ephemeral) undo.push(() => rm(files.dir, { recursive: true, force: true }));
  try {
    const stack = await assemble({ options: { ...options, log }, files, user, undo });
    return { ...stack, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** Undoes what was started, last first; what fails does not keep the rest from being undone. */
async function undoAll(undo: Undo): Promise<void> {
  const failures: unknown[] = [];
  for (const step of undo.splice(0).reverse()) await step().catch((cause: unknown) => failures.push(cause));
  if (failures.length > 0) throw failures[0];
}

function openLog(file: string): { write: Log; close: () => Promise<void> } {
  const stream: WriteStream = createWriteStream(file, { flags: "a" });
  stream.on("error", () => undefined);
  return {
    write: (line) => void stream.write(`${new Date().toISOString()} ${line}\n`),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}

type Parts = {
  options: StackOptions & { log: Log };
  files: StateFiles;
  user: SystemUser | undefined;
  undo: Undo;
};

type Urls = { databaseUrl: string; adminDatabaseUrl: string; apiDatabaseUrl: string };

function databaseUrls({ passwords }: StackSecrets, port: number): Urls {
  return {
    databaseUrl: connectionString("postgres", passwords.postgres, port),
    adminDatabaseUrl: connectionString("supabase_admin", passwords.supabaseAdmin, port),
    apiDatabaseUrl: connectionString("authenticator", passwords.authenticator, port),
  };
}

/** Prepares the API and the mailbox; nothing of it needs the database before it is switched on. */
async function prepareApi({ options, files, undo }: Parts, secrets: StackSecrets, urls: Urls) {
  const log = openLog(path.join(files.logs, "api.log"));
  undo.push(log.close);
  const mailbox = await Mailbox.open(files.mails);
  const { apiDatabaseUrl: databaseUrl, databaseUrl: schemaUrl } = urls;
  const settings = { databaseUrl, schemaUrl, siteUrl: options.siteUrl, storageDir: files.storage };
  const api = apiSwitch(() => createApi({ ...settings, secrets, mailbox, log: log.write }), databaseUrl);
  const realtime = { databaseUrl: urls.databaseUrl, secrets, log: log.write };
  const gateway = gatewaySwitch(() => createGateway(realtime));
  const parts = { mailbox, api: api.current, gateway: gateway.current, log: log.write };
  return { api, gateway, serve: (port: number) => startApiServer({ port, ...parts }) };
}

async function assemble(parts: Parts): Promise<Omit<Stack, "stop">> {
  const { options, files, undo } = parts;
  const ports = await choosePorts(options);
  const state = await prepareState(files, parts.user, options.log);
  const { secrets } = state;
  const urls = databaseUrls(secrets, ports.dbPort);
  const { api, gateway, serve } = await prepareApi(parts, secrets, urls);
  const throwaway = options.ephemeral ?? false;
  const database = databaseSwitch(() => launchDatabase(state, ports.dbPort, throwaway, options.log));
  undo.push(database.off);
  await database.on();
  if (options.migrations !== false) await migrate(urls.databaseUrl, { log: options.log });
  undo.push(api.off);
  await api.on();
  const server = await serve(ports.apiPort);
  undo.push(server.close);
  // Sockets end before the server does, which would wait for them.
  undo.push(gateway.off);
  await gateway.on();
  if (!options.ephemeral) {
    undo.push(() => rm(files.instance, { force: true }));
    await writeInstance(files, { pid: process.pid, apiPort: server.port, dbPort: ports.dbPort });
  }
  const apiUrl = `http://127.0.0.1:${server.port}`;
  const { publishableKey, secretKey, jwtSecret } = secrets;
  const { databaseUrl, adminDatabaseUrl } = urls;
  return {
    ...{ apiUrl, databaseUrl, adminDatabaseUrl, mailboxUrl: `${apiUrl}/mailbox` },
    ...{ publishableKey, secretKey, jwtSecret, env: environmentOf(apiUrl, databaseUrl, secrets) },
    ...{ files, fresh: state.fresh, databaseLost: database.lost },
    stopDatabase: async () => {
      await gateway.off();
      await api.off();
      await database.off();
    },
    startDatabase: async () => {
      await database.on();
      await api.on();
      await gateway.on();
    },
  };
}
