import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { ensureChromium } from "./chromium.ts";
import { projectRoot } from "./paths.ts";
import { onShutdown } from "./shutdown.ts";
import { type Stage, stageTally, sumLine, sumOf, type Tally, verifyStages } from "./verify-stages.ts";

const deep = process.argv.includes("--deep");
const running = new Set<ChildProcess>();
let stopping = false;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function stageEnv(stage: Stage): NodeJS.ProcessEnv {
  // NODE_ENV is each tool's own business.
  const { NODE_ENV: _, ...inherited } = process.env;
  return { ...inherited, ...stage.env } as NodeJS.ProcessEnv;
}

/** One run of a stage; its group of its own can be ended as a whole. What it prints waits for its end where it is `held`. */
async function run(stage: Stage, args: string[], held: boolean): Promise<boolean> {
  const printed: Buffer[] = [];
  const child = spawn(stage.command, args, {
    cwd: projectRoot,
    env: stageEnv(stage),
    stdio: held ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    detached: true,
  });
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece) => printed.push(piece));
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (cause) => {
      say(cause.message);
      resolve(null);
    });
    child.once("exit", () => endGroup(child, "SIGKILL"));
    child.once("close", (exit) => resolve(exit));
  });
  running.delete(child);
  process.stdout.write(Buffer.concat(printed));
  return code === 0;
}

/** Runs a stage; all of its runs come to their end. */
async function runStage(stage: Stage): Promise<boolean> {
  await stage.prepare?.();
  if (stopping) return false;
  for (const { report } of stage.runs) if (report) await rm(report.file, { force: true });
  const passed = await Promise.all(stage.runs.map(({ args }, n) => run(stage, args, n > 0)));
  return passed.every(Boolean);
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

async function readTally(stage: Stage): Promise<Tally | undefined> {
  const tallies: Tally[] = [];
  for (const { report } of stage.runs) {
    const text = report && (await readFile(report.file, "utf8").catch(() => undefined));
    if (report && text !== undefined) tallies.push(report.read(JSON.parse(text)));
  }
  return tallies.length > 0 ? sumOf(tallies) : undefined;
}

/** Runs the stages until one fails; answers whether all passed. */
async function verify(stages: Stage[]): Promise<boolean> {
  const tallies: Tally[] = [];
  const times: string[] = [];
  let failed: string | undefined;
  for (const stage of stages) {
    say(`\n== ${stage.name}`);
    const started = Date.now();
    const ok = await runStage(stage).catch((cause: unknown) => {
      say(cause instanceof Error ? cause.message : String(cause));
      return false;
    });
    if (stopping) return false;
    tallies.push(stageTally(ok, await readTally(stage)));
    times.push(`${stage.name} ${seconds(started)}`);
    say(`-- ${stage.name}: ${ok ? "passed" : "FAILED"} in ${seconds(started)}`);
    if (!ok) {
      failed = stage.name;
      break;
    }
  }
  say(`\n${times.join(", ")}`);
  if (failed) say(`Stopped at: ${failed}`);
  say(sumLine(tallies));
  return failed === undefined;
}

onShutdown(() => {
  stopping = true;
  for (const child of running) endGroup(child, "SIGTERM");
});

const reports = await mkdtemp(path.join(os.tmpdir(), "archipelago-verify-"));
const prepareBrowser = () => ensureChromium(say);
const passed = await verify(verifyStages(projectRoot, reports, { prepareBrowser, deep })).finally(() =>
  rm(reports, { recursive: true, force: true }),
);
process.exit(stopping ? 130 : passed ? 0 : 1);
