import path from "node:path";
import { projectRoot } from "../../../supabase/local/paths.ts";
import type { Served } from "../stack.ts";
import { type Program, serve } from "./programs.ts";

/** What the app under test runs with. */
export function appEnv(
  bench: Pick<Served, "stack">,
  rootDomain: string,
  supabaseUrl: string,
): Record<string, string> {
  return {
    ...bench.stack.env,
    SUPABASE_URL: supabaseUrl,
    ROOT_DOMAIN: rootDomain,
    APP_PROTOCOL: "http",
    // One address asks for everything here.
    RATE_LIMIT_FACTOR: "1000000",
    LOG_LEVEL: "warn",
  };
}

/** Serves the built app on the port of its root domain. @throws with the end of its log. */
export function serveApp(
  bench: Pick<Served, "stack">,
  rootDomain: string,
  supabaseUrl: string,
): Promise<Program> {
  return serve({
    cwd: projectRoot,
    env: appEnv(bench, rootDomain, supabaseUrl),
    logFile: path.join(bench.stack.files.logs, "app.log"),
    port: Number(rootDomain.split(":")[1]),
    host: rootDomain,
  });
}
