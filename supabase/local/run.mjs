// First entry of every command: plain JavaScript for Node 20 or newer, before anything is installed.
// Installs the packages when needed, then runs the command with the pinned Node from node_modules.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const modules = path.join(root, "node_modules");
const lockFile = path.join(root, "package-lock.json");
const marker = path.join(modules, ".archipelago-lock");
const pinnedNode = path.join(modules, ".bin/node");

/** Files of the commands, from the project's folder. */
const commands = {
  up: ["supabase/local/up.ts"],
  dev: ["supabase/local/up.ts", "--dev"],
  reset: ["supabase/local/reset.ts"],
  migrate: ["supabase/local/migrate-command.ts"],
  seed: ["supabase/local/seed-command.ts"],
  verify: ["supabase/local/verify.ts"],
  "verify:deep": ["supabase/local/verify.ts", "--deep"],
  "types:generate": ["supabase/local/types-command.ts"],
  bench: ["tests/bench/run.ts"],
  import: ["supabase/local/import-command.ts"],
  export: ["supabase/local/export-command.ts"],
};

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Whether what npm installed is what the lock file says (packages for other platforms aside). */
function installedMatches(lock) {
  try {
    const installed = JSON.parse(readFileSync(path.join(modules, ".package-lock.json"), "utf8")).packages;
    return Object.entries(JSON.parse(lock).packages).every(([name, entry]) => {
      return name === "" || entry.optional || entry.peer || installed[name]?.version === entry.version;
    });
  } catch {
    return false;
  }
}

function npm(...args) {
  return spawnSync("npm", args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, npm_config_loglevel: "error" },
  });
}

function install(lock, hash) {
  const done = existsSync(marker) && readFileSync(marker, "utf8").trim() === hash;
  if (done && existsSync(pinnedNode)) return;
  if (!existsSync(pinnedNode) || !installedMatches(lock)) {
    console.log(
      existsSync(modules) ? "Installing changed packages ..." : "Installing packages (about a minute) ...",
    );
    const started = Date.now();
    // A lock file written where some platforms' packages cannot be seen does not satisfy `npm ci`.
    const quiet = spawnSync("npm", ["ci", "--loglevel=silent"], {
      cwd: root,
      stdio: ["ignore", "inherit", "ignore"],
    });
    if (quiet.error?.code === "ENOENT") fail("npm was not found. It comes with Node: https://nodejs.org");
    if (quiet.signal) process.exit(130);
    if (quiet.status !== 0) {
      const loud = npm("install", "--no-save");
      if (loud.signal) process.exit(130);
      if (loud.status !== 0) fail("The packages could not be installed; npm says why above.");
    }
    if (!existsSync(pinnedNode))
      fail("The pinned Node (npm package `node`) is missing: are install scripts of npm switched off?");
    console.log(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  }
  writeFileSync(marker, `${hash}\n`);
}

function run(script, args) {
  const tsx = pathToFileURL(path.join(modules, "tsx/dist/loader.mjs")).href;
  const child = spawn(
    pinnedNode,
    ["--disable-warning=ExperimentalWarning", "--import", tsx, path.join(root, script), ...args],
    {
      cwd: root,
      // The channel tells the command when this process is gone, however it went.
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: {
        ...process.env,
        PATH: `${path.join(modules, ".bin")}${path.delimiter}${process.env.PATH ?? ""}`,
        LITE_TELEMETRY: "0",
        TURBO_TELEMETRY_DISABLED: "1",
        NEXT_TELEMETRY_DISABLED: "1",
        DO_NOT_TRACK: "1",
      },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("error", (cause) => fail(`${script} could not be started: ${cause.message}`));
  child.once("exit", (code, signal) => process.exit(signal ? 1 : code));
}

const [command, ...args] = process.argv.slice(2);
if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(`Archipelago needs Node 20 or newer; this is ${process.version}. Get it from https://nodejs.org`);
}
const [script, ...fixed] = commands[command] ?? [];
if (!script) fail(`Usage: node supabase/local/run.mjs <${Object.keys(commands).join("|")}>`);
if (!existsSync(path.join(root, script)))
  fail(`\`${command}\` is not part of this version (${script} is missing).`);
const lock = readFileSync(lockFile, "utf8");
install(lock, createHash("sha256").update(lock).digest("hex"));
run(script, [...fixed, ...args]);
