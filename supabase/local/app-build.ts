import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "./paths.ts";
import { type Guarded, startGuarded, tail } from "./processes.ts";

const run = promisify(execFile);
const marker = path.join(projectRoot, ".next/archipelago-sources");

/** What the built app is made of; everything else may change without a new build. */
const sourceRoots = ["app", "components", "lib", "public"];
const rootFile = /^(package-lock\.json|package\.json|tsconfig\.json|[\w.-]+\.(ts|mjs|js))$/;

/** Whether a file, by its path from the project's folder, goes into the build. Pure. */
export function isSource(file: string): boolean {
  const [first, ...rest] = file.split("/");
  return rest.length === 0 ? rootFile.test(file) : sourceRoots.includes(first ?? "");
}

async function allFiles(): Promise<string[]> {
  try {
    const listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const { stdout } = await run("git", listing, { cwd: projectRoot, maxBuffer: 64 << 20 });
    return [...new Set(stdout.split("\0").filter(Boolean))];
  } catch {
    // Not a checkout (an unpacked archive), or no git.
    const nested = await Promise.all(sourceRoots.map((folder) => walk(folder)));
    return [...nested.flat(), ...(await readdir(projectRoot))];
  }
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(projectRoot, folder), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(projectRoot, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"),
    );
}

/** Hash over names and contents of every source of the app. What differs by environment is read when it runs. */
export async function sourcesHash(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await allFiles()).filter(isSource).sort()) {
    const content = await readFile(path.join(projectRoot, file)).catch(() => undefined);
    if (content) hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** What the marker says of a build: sources and the id of the build made from them. Pure. */
export function builtFrom(hash: string, buildId: string): string {
  return `${hash} ${buildId.trim()}\n`;
}

async function readBuildId(): Promise<string | undefined> {
  return readFile(path.join(projectRoot, ".next/BUILD_ID"), "utf8").catch(() => undefined);
}

/** Whether the build that is there was made from exactly these sources. */
async function isBuilt(hash: string): Promise<boolean> {
  const [kept, id] = await Promise.all([readFile(marker, "utf8").catch(() => ""), readBuildId()]);
  return id !== undefined && kept === builtFrom(hash, id);
}

/** A Next.js command under the guard. */
export function startNext(
  args: string[],
  env: NodeJS.ProcessEnv,
  logFile: string,
  onLine?: (line: string) => void,
): Guarded {
  return startGuarded({
    command: process.execPath,
    args: [path.join(projectRoot, "node_modules/next/dist/bin/next"), ...args],
    cwd: projectRoot,
    env,
    logFile,
    signal: "TERM",
    onLine,
  });
}

/**
 * Builds the app when its sources changed since the last build.
 * @param options.onStart is given the running build, so that it can be stopped.
 * @returns whether it was built.
 * @throws with the end of the build's log.
 */
export async function buildApp(options: {
  env: Record<string, string>;
  logFile: string;
  log: (line: string) => void;
  onStart: (build: Guarded) => void;
}): Promise<boolean> {
  const hash = await sourcesHash();
  if (await isBuilt(hash)) return false;
  options.log("Building the app (about a minute, only after changes)");
  const started = Date.now();
  const build = startNext(
    ["build"],
    { ...process.env, ...options.env, NODE_ENV: "production" },
    options.logFile,
  );
  options.onStart(build);
  const code = await build.exited;
  if (code !== 0)
    throw new Error(
      `The app could not be built. End of ${options.logFile}:\n${await tail(options.logFile, 40)}`,
    );
  await writeFile(marker, builtFrom(hash, (await readBuildId()) ?? ""));
  options.log(`Built in ${Math.round((Date.now() - started) / 1000)} s`);
  return true;
}
