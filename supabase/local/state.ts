import { createHash } from "node:crypto";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { defaultStateDir, projectRoot } from "./paths.ts";
import { canEnter, type SystemUser } from "./system-user.ts";

/** The files of one embedded stack. */
export type StateFiles = {
  dir: string;
  database: string;
  /** Written when the database has been made and bootstrapped; without it the folder is half-written. */
  ready: string;
  secrets: string;
  storage: string;
  mails: string;
  logs: string;
  instance: string;
};

/** What the data folder is, judged from what is in it. */
export type DataState = "absent" | "half-written" | "ready";

/** Names of the files inside a state folder. Pure. */
export function stateFiles(dir: string): StateFiles {
  return {
    dir,
    database: path.join(dir, "database"),
    ready: path.join(dir, "database.ready"),
    secrets: path.join(dir, "stack.json"),
    storage: path.join(dir, "storage"),
    mails: path.join(dir, "mails.jsonl"),
    logs: path.join(dir, "logs"),
    instance: path.join(dir, "instance.json"),
  };
}

/** Judges a data folder by whether it and its marker exist. Pure. */
export function dataState(found: { database: boolean; ready: boolean }): DataState {
  if (!found.database) return "absent";
  return found.ready ? "ready" : "half-written";
}

/** Folder used instead of supabase/.local where the database user cannot reach that; one per project path. Pure. */
export function fallbackStateDir(project: string = projectRoot): string {
  const key = createHash("sha256").update(project).digest("hex").slice(0, 12);
  return path.join("/var/tmp", `archipelago-${key}`);
}

async function makeFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  // The database user must pass through it; secrets inside have modes of their own.
  await chmod(dir, 0o755);
}

/**
 * Chooses and makes the state folder: `wanted`, else supabase/.local, else a folder in /var/tmp when the
 * database user cannot reach that one.
 */
export async function resolveStateDir(user: SystemUser | undefined, wanted?: string): Promise<string> {
  const dir = path.resolve(wanted ?? process.env.ARCHIPELAGO_STATE_DIR ?? defaultStateDir);
  await makeFolder(dir);
  if (await canEnter(dir, user)) return dir;
  const fallback = fallbackStateDir(dir);
  await makeFolder(fallback);
  if (await canEnter(fallback, user)) return fallback;
  throw new Error(
    `The database user can reach neither ${dir} nor ${fallback}; set ARCHIPELAGO_STATE_DIR to a folder it can.`,
  );
}

const temporaryName = /^archipelago-test-(\d+)-\w{6}$/;

/** Removes throwaway folders whose process was killed before it could. */
async function sweepTemporary(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = temporaryName.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

/** A new folder for a stack that is thrown away. */
export async function createTemporaryStateDir(user: SystemUser | undefined): Promise<string> {
  for (const parent of [os.tmpdir(), "/var/tmp"]) {
    await sweepTemporary(parent);
    const dir = await mkdtemp(path.join(parent, `archipelago-test-${process.pid}-`));
    await chmod(dir, 0o755);
    if (await canEnter(dir, user)) return dir;
    await rm(dir, { recursive: true });
  }
  throw new Error("The database user can reach no temporary folder; set TMPDIR to one it can.");
}

/** Makes an empty data folder that belongs to the database user. */
export async function createDataFolder(dir: string, user: SystemUser | undefined): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (user) await chown(dir, user.uid, user.gid);
}

/** Who runs on a state folder. */
export type Instance = { pid: number; apiPort: number; dbPort: number; appPort?: number };

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Parses an instance file; undefined when it is none of ours. Pure. */
export function parseInstance(text: string): Instance | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return undefined;
    const { pid, apiPort, dbPort, appPort } = value as Record<string, unknown>;
    if (typeof pid !== "number" || typeof apiPort !== "number" || typeof dbPort !== "number")
      return undefined;
    return { pid, apiPort, dbPort, ...(typeof appPort === "number" ? { appPort } : {}) };
  } catch {
    return undefined;
  }
}

/** The live stack on this folder; a file left by a process that is gone is removed. */
export async function runningInstance(files: StateFiles): Promise<Instance | undefined> {
  const text = await readFile(files.instance, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const instance = parseInstance(text);
  if (instance && instance.pid !== process.pid && isAlive(instance.pid)) return instance;
  await rm(files.instance, { force: true });
  return undefined;
}

/** Records that this process runs on the folder. */
export async function writeInstance(files: StateFiles, instance: Instance): Promise<void> {
  await writeFile(files.instance, `${JSON.stringify(instance)}\n`);
}
