import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { seedDemo } from "../../supabase/local/demo/seed.ts";
import { freePort } from "../../supabase/local/ports.ts";
import { startStack } from "../../supabase/local/stack.ts";
import { projectRoot } from "./source-files.ts";

/** Runs the built app with the demo network on a throw-away stack, for tests in a browser: `app-server.ts <port> <file>`. */
const port = Number(process.argv[2] ?? 3900);
const stateFile = path.resolve(process.argv[3] ?? "test-results/app-server.json");
const rootDomain = `archipelago.localhost:${port}`;

const stack = await startStack({ siteUrl: `http://${rootDomain}`, ephemeral: true });
await seedDemo(stack.databaseUrl);
// Who orders suggestions. Nothing answers there until a story starts something.
const provider = { name: "Lodestar", port: await freePort() };
const env = {
  ...process.env,
  ...stack.env,
  ROOT_DOMAIN: rootDomain,
  APP_PROTOCOL: "http",
  NODE_ENV: "production",
  // All the browsers of a test run share one address.
  RATE_LIMIT_FACTOR: "100",
  LOG_LEVEL: "warn",
  AI_1_NAME: provider.name,
  AI_1_URL: `http://127.0.0.1:${provider.port}/v1`,
  AI_1_MODEL: "lodestar-1",
  NODE_OPTIONS: "--dns-result-order=ipv4first",
};
mkdirSync(path.dirname(stateFile), { recursive: true });
writeFileSync(stateFile, JSON.stringify({ rootDomain, env: stack.env, control: process.pid, provider }));

const next = path.join(projectRoot, "node_modules/next/dist/bin/next");
// Next.js calls its own origin localhost: under any other name it would fetch every rewrite over HTTP.
const app = spawn(process.execPath, [next, "start", "-p", String(port), "-H", "localhost"], {
  cwd: projectRoot,
  env: env as NodeJS.ProcessEnv,
  stdio: "inherit",
});

let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  app.kill("SIGTERM");
  await stack.stop();
  process.exit(code);
}
app.on("exit", (code) => void stop(code ?? 1));
process.on("SIGTERM", () => void stop(0));
process.on("SIGINT", () => void stop(0));
// Faults on request: the database goes away and comes back, one after the other however soon both are asked for.
let turn = Promise.resolve();
process.on("SIGUSR1", () => {
  turn = turn.then(() => stack.stopDatabase());
});
process.on("SIGUSR2", () => {
  turn = turn.then(() => stack.startDatabase());
});
