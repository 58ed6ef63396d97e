import { stat } from "node:fs/promises";
import path from "node:path";
import { buildApp, startNext } from "./app-build.ts";
import { ensureDemo } from "./demo.ts";
import { refuseSecondInstance } from "./environment.ts";
import { projectRoot } from "./paths.ts";
import { requirePort } from "./ports.ts";
import { type Guarded, startGuarded, tail } from "./processes.ts";
import { untilAnswering } from "./reachable.ts";
import { onShutdown } from "./shutdown.ts";
import { type Stack, startStack } from "./stack.ts";
import { listCommunities, type SignIn, summaryText } from "./summary.ts";
import { noteworthy } from "./terminal.ts";

const dev = process.argv.includes("--dev");
const port = Number(process.env.PORT ?? 3000);
const rootDomain = process.env.ROOT_DOMAIN ?? `archipelago.localhost:${port}`;
const siteUrl = `http://${rootDomain}`;

const children: Guarded[] = [];
let stack: Stack | undefined;
let stopping = false;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function logFile(name: string): string {
  if (!stack) throw new Error("The stack is not running.");
  return path.join(stack.files.logs, `${name}.log`);
}

/** Thrown by the start when Ctrl-C came in between. */
class Interrupted extends Error {}

function unlessStopping(): void {
  if (stopping) throw new Interrupted();
}

function track(child: Guarded): Guarded {
  children.push(child);
  // A program started while everything else was being stopped.
  if (stopping) void child.stop();
  return child;
}

async function stopEverything(): Promise<void> {
  stopping = true;
  await Promise.all(children.map((child) => child.stop()));
  await stack?.stop();
}

function appEnv(running: Stack): Record<string, string> {
  return {
    ...running.env,
    ROOT_DOMAIN: rootDomain,
    APP_PROTOCOL: "http",
    NODE_ENV: dev ? "development" : "production",
    PORT: String(port),
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --dns-result-order=ipv4first`.trim(),
  };
}

/** Keeps a program watched: its warnings reach the terminal, its unexpected end ends everything. */
function watch(name: string, start: (onLine: (line: string) => void) => Guarded): Guarded {
  const child = track(
    start((line) => {
      const note = noteworthy(line);
      if (note && !stopping) say(`  ${name} | ${note}`);
    }),
  );
  void child.exited.then(async (code) => {
    if (stopping) return;
    await fail(
      `The ${name} ended unexpectedly (exit code ${code}). End of ${logFile(name)}:\n${await tail(logFile(name))}`,
    );
  });
  return child;
}

function startApp(env: NodeJS.ProcessEnv): Guarded {
  // Next.js calls its own origin localhost: under any other name it would fetch every rewrite over HTTP.
  const args = [dev ? "dev" : "start", "-p", String(port), "-H", "localhost"];
  return watch("app", (onLine) => startNext(args, env, logFile("app"), onLine));
}

async function startWorker(env: NodeJS.ProcessEnv): Promise<void> {
  const file = path.join(projectRoot, "lib/jobs/worker.ts");
  if (!(await stat(file).catch(() => undefined))) return say("There is no worker in this version");
  watch("worker", (onLine) =>
    startGuarded({
      command: process.execPath,
      // The condition makes `server-only` an empty module, as in the app's server.
      // Exports pass much through memory that is soon thrown away: a small young generation gives it back at once.
      args: ["--max-semi-space-size=8", "--conditions=react-server", "--import", "tsx", file],
      cwd: projectRoot,
      env,
      logFile: logFile("worker"),
      signal: "TERM",
      onLine,
    }),
  );
}

async function start(): Promise<void> {
  await refuseSecondInstance();
  await requirePort(port, "the app", "PORT");
  const running = await startStack({ siteUrl, log: say });
  stack = running;
  void running.databaseLost.then(async () => {
    if (!stopping)
      await fail(
        `The database ended unexpectedly. End of ${logFile("postgres")}:\n${await tail(logFile("postgres"))}`,
      );
  });
  unlessStopping();
  const env = appEnv(running);
  const signIns = await ensureDemo(running, env, say);
  unlessStopping();
  if (!dev) await buildApp({ env, logFile: logFile("build"), log: say, onStart: track });
  unlessStopping();
  const childEnv = { ...process.env, ...env } as NodeJS.ProcessEnv;
  const app = startApp(childEnv);
  await startWorker(childEnv);
  if (!(await untilAnswering(port, rootDomain, () => stopping || app.hasExited()))) {
    unlessStopping();
    // An app that has ended is reported by its watcher.
    if (!app.hasExited())
      throw new Error(
        `The app does not answer on port ${port}. End of ${logFile("app")}:\n${await tail(logFile("app"))}`,
      );
    return;
  }
  await printSummary(running, signIns);
}

async function printSummary(running: Stack, signIns: readonly SignIn[]): Promise<void> {
  const { apiUrl, databaseUrl } = running;
  const communities = await listCommunities(databaseUrl);
  unlessStopping();
  say(
    summaryText({
      rootDomain,
      stateDir: running.files.dir,
      apiUrl,
      databaseUrl,
      communities,
      signIns: [...signIns],
    }),
  );
}

async function fail(message: string): Promise<void> {
  if (stopping) return;
  process.stderr.write(`\n${message}\n`);
  await stopEverything();
  process.exit(1);
}

const started = start().catch(async (cause: unknown) => {
  // A start broken off by Ctrl-C, or by the failure of a part that has been reported, has nothing to add.
  if (stopping || cause instanceof Interrupted) return;
  await fail(cause instanceof Error ? cause.message : String(cause));
});

onShutdown(() => {
  if (stopping) return;
  stopping = true;
  say("\nStopping ...");
  void (async () => {
    await Promise.all(children.map((child) => child.stop()));
    await started;
    await stopEverything();
    say("Stopped. Everything is kept; start again with npm run up.");
    process.exit(0);
  })();
});
