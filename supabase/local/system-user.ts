import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Ids of the system user that runs the database. */
export type SystemUser = { uid: number; gid: number };

async function lookUp(name: string): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/**
 * The user to run Postgres as: `postgres`, created if need be, when we are root (Postgres refuses root);
 * undefined (ourselves) otherwise.
 * @throws when the user cannot be created.
 */
export async function databaseUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUp("postgres");
  if (existing) return existing;
  try {
    await run("groupadd", ["--force", "--system", "postgres"]);
    await run("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  } catch (cause) {
    throw new Error(
      "Postgres does not run as root, and the system user `postgres` could not be created. Run as another user, or create it.",
      { cause },
    );
  }
  const created = await lookUp("postgres");
  if (!created) throw new Error("The system user `postgres` was created but cannot be found.");
  return created;
}

/** Whether `user` (undefined: ourselves) can enter `folder`, which must exist. */
export async function canEnter(folder: string, user: SystemUser | undefined): Promise<boolean> {
  try {
    await run("/bin/sh", ["-c", 'cd "$1" && ls . >/dev/null', "sh", folder], { ...user, cwd: "/" });
    return true;
  } catch {
    return false;
  }
}
