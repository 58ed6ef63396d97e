import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { ensureChromium } from "./chromium.ts";
import { projectRoot } from "./paths.ts";
import { onShutdown } from "./shutdown.ts";
import { type Stage, stageTally, sumLine, type Tally, verifyStages } from "./verify-stages.ts";

const deep = process.argv.includes("--deep");
let current: ChildProcess | undefined;
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

/** Runs a stage's program; its group of its own can be ended as a whole. */
async function runStage(stage: Stage): Promise<boolean> {
  await stage.prepare?.();
  if (stopping) return false;
  if (stage.report) await rm(stage.report.file, { force: true });
  const child = spawn(stage.command, stage.args, {
    cwd: projectRoot,
    env: stageEnv(stage),
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  current = child;
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (cause) => {
      say(cause.message);
      resolve(null);
    });
    child.once("exit", (exit) => resolve(exit));
  });
  endGroup(child, "SIGKILL");
  current = undefined;
  return code === 0;
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
  if (!stage.report) return undefined;
  const text = await readFile(stage.report.file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : stage.report.read(JSON.parse(text));
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
  if (current) endGroup(current, "SIGTERM");
});

const reports = await mkdtemp(path.join(os.tmpdir(), "archipelago-verify-"));
const prepareBrowser = () => ensureChromium(say);
const passed = await verify(verifyStages(projectRoot, reports, { prepareBrowser, deep })).finally(() =>
  rm(reports, { recursive: true, force: true }),
);
process.exit(stopping ? 130 : passed ? 0 : 1);
