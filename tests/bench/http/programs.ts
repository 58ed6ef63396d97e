import { readFile } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "../../../supabase/local/paths.ts";
import { freePort } from "../../../supabase/local/ports.ts";
import { type Guarded, startGuarded, tail } from "../../../supabase/local/processes.ts";
import { untilAnswering } from "../../../supabase/local/reachable.ts";
import { familyOf } from "./processor.ts";

const next = path.join(projectRoot, "node_modules/next/dist/bin/next");

/** A program under test and where it answers. */
export type Program = { port: number; process: Guarded };

type Options = { cwd: string; env: Record<string, string>; logFile: string; port?: number; host?: string };

/** Runs `next build` in a folder. @throws with the end of its log. */
export async function buildWithWebpack(cwd: string, logFile: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as NodeJS.ProcessEnv;
  const args = [next, "build", "--webpack"];
  const code = await startGuarded({ command: process.execPath, args, cwd, env, logFile, signal: "TERM" })
    .exited;
  if (code !== 0) throw new Error(`The empty page could not be built:\n${await tail(logFile, 30)}`);
}

/** Serves a production build and waits until it answers. @throws with the end of its log. */
export async function serve({ cwd, env, logFile, port, host }: Options): Promise<Program> {
  const chosen = port ?? (await freePort());
  const process_ = startGuarded({
    command: process.execPath,
    // Next.js calls its own origin localhost: under any other name it would fetch every rewrite over HTTP.
    args: [next, "start", "-p", String(chosen), "-H", "localhost"],
    cwd,
    env: { ...process.env, ...env, NODE_ENV: "production", NODE_OPTIONS: "--dns-result-order=ipv4first" },
    logFile,
    signal: "TERM",
  });
  if (await untilAnswering(chosen, host ?? `localhost:${chosen}`, process_.hasExited)) {
    return { port: chosen, process: process_ };
  }
  await process_.stop();
  throw new Error(`The server in ${cwd} does not answer:\n${await tail(logFile, 30)}`);
}

/** Starts the worker. */
export function startWorker(env: Record<string, string>, logFile: string): Guarded {
  return startGuarded({
    command: process.execPath,
    args: ["--conditions=react-server", "--import", "tsx", path.join(projectRoot, "lib/jobs/worker.ts")],
    cwd: projectRoot,
    env: { ...process.env, ...env, NODE_ENV: "production" },
    logFile,
    signal: "TERM",
  });
}

/** The most memory that a program's largest process has ever had, in MiB; undefined where the system does not say. */
export async function peakMemory(program: Guarded): Promise<number | undefined> {
  let most: number | undefined;
  for (const pid of program.pid === undefined ? [] : await familyOf(program.pid)) {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    const kib = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
    if (kib) most = Math.max(most ?? 0, Number(kib) / 1024);
  }
  return most;
}
