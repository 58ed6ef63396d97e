import { type ChildProcess, spawn } from "node:child_process";
import { chown, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { type Guarded, startGuarded, tail } from "./processes.ts";
import { isAlive } from "./state.ts";
import type { SystemUser } from "./system-user.ts";

export type PostgresOptions = {
  dataDir: string;
  logFile: string;
  port: number;
  user: SystemUser | undefined;
  /** Trades safety after a crash of the machine for speed: data that is thrown away anyway. */
  throwaway: boolean;
};

function collect(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** A locale whose characters are Unicode: full-text search and trigrams read letters through it. */
async function unicodeLocale(): Promise<string> {
  const { output } = await collect(spawn("locale", ["-a"])).catch(() => ({ output: "" }));
  const available = new Set(output.split(/\s+/));
  return ["C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8"].find((name) => available.has(name)) ?? "C";
}

/**
 * Makes a new cluster in `dataDir` (empty, owned by the database user) whose superuser is `supabase_admin`.
 * Collation is ICU en-US, as on a hosted project.
 * @throws with what initdb said.
 */
export async function initialise(options: {
  binaries: string;
  dataDir: string;
  password: string;
  user: SystemUser | undefined;
}): Promise<void> {
  const passwordFile = `${options.dataDir}.password`;
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  try {
    if (options.user) await chown(passwordFile, options.user.uid, options.user.gid);
    const locale = await unicodeLocale();
    const flags = [
      `--pgdata=${options.dataDir}`,
      "--username=supabase_admin",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      `--locale=${locale}`,
      "--lc-messages=C",
      "--locale-provider=icu",
      "--icu-locale=en-US",
      "--no-sync",
      "--no-instructions",
    ];
    const child = spawn(path.join(options.binaries, "bin/initdb"), flags, {
      ...options.user,
      cwd: options.dataDir,
    });
    const { code, output } = await collect(child);
    if (code !== 0) throw new Error(`initdb failed:\n${output}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function serverFlags(options: PostgresOptions): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port: options.port,
    unix_socket_directories: "",
    timezone: "UTC",
    wal_level: "logical",
    max_connections: 120,
    shared_buffers: "256MB",
    jit: "off",
    random_page_cost: 1.1,
    idle_in_transaction_session_timeout: "60s",
    log_timezone: "UTC",
    ...(options.throwaway
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "128MB" }
      : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Waits until the server takes connections. @throws when it has ended instead, with the end of its log. */
async function untilAccepting(url: string, server: Guarded, logFile: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      const state = cause instanceof pg.DatabaseError ? cause.code : undefined;
      // 57P03: still starting. Any other answer from the server is final.
      if (server.hasExited() || (state && state !== "57P03") || Date.now() > deadline) {
        throw new Error(`Postgres did not start: ${String(cause)}\n${await tail(logFile, 10)}`, { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

/**
 * Starts Postgres on an initialised folder and waits until it takes connections.
 * @param adminUrl connection string of the superuser.
 */
export async function startPostgres(
  binaries: string,
  options: PostgresOptions,
  adminUrl: string,
): Promise<Guarded> {
  const server = startGuarded({
    command: path.join(binaries, "bin/postgres"),
    args: ["-D", options.dataDir, ...serverFlags(options)],
    cwd: options.dataDir,
    env: { ...process.env, TZ: "UTC" },
    logFile: options.logFile,
    signal: "INT",
    user: options.user,
  });
  try {
    await untilAccepting(adminUrl, server, options.logFile);
  } catch (cause) {
    await server.stop();
    throw cause;
  }
  return server;
}

/**
 * Deals with a postmaster.pid left behind: a server without a parent is stopped, a file without a process is
 * removed (Postgres would do so itself unless another process has taken the number).
 */
export async function clearStalePostmaster(dataDir: string, log: (line: string) => void): Promise<void> {
  const file = path.join(dataDir, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return;
  const pid = Number(text.split("\n")[0]);
  const command = Number.isInteger(pid) && isAlive(pid) ? await commandOf(pid) : "";
  if (command.includes(dataDir)) {
    log(`Stopping a database left running by an earlier start (process ${pid})`);
    process.kill(pid, "SIGINT");
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
    return;
  }
  log("Removing a stale postmaster.pid");
  await rm(file, { force: true });
}

async function commandOf(pid: number): Promise<string> {
  const { output } = await collect(spawn("ps", ["-o", "args=", "-p", String(pid)])).catch(async () => ({
    output: await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""),
  }));
  return output;
}
