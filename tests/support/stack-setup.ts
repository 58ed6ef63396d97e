import type { TestProject } from "vitest/node";
import { startStack } from "../../supabase/local/stack.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Environment of the project's own stack; see tests/support/stack.ts. */
    stackEnv: Record<string, string>;
  }
}

const rootDomain = "archipelago.localhost:3000";

/**
 * Starts a throwaway stack with all migrations for one vitest project and stops it at the end. Its environment
 * reaches the tests as process.env. With TEST_SUPABASE_URL set, tests run against that Supabase instead
 * (with SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY, SUPABASE_JWT_SECRET and DATABASE_URL).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const fixed = { ROOT_DOMAIN: rootDomain, APP_PROTOCOL: "http", LOG_LEVEL: "silent" };
  const external = process.env.TEST_SUPABASE_URL;
  if (external) {
    const names = [
      "SUPABASE_PUBLISHABLE_KEY",
      "SUPABASE_SECRET_KEY",
      "SUPABASE_JWT_SECRET",
      "DATABASE_URL",
      "DEV_MAILBOX_URL",
    ];
    const given = Object.fromEntries(names.map((name) => [name, process.env[name] ?? ""]));
    const env = { ...fixed, ...given, SUPABASE_URL: external, ADMIN_DATABASE_URL: given.DATABASE_URL ?? "" };
    project.config.env = { ...project.config.env, ...env };
    project.provide("stackEnv", env);
    return async () => undefined;
  }
  const stack = await startStack({ siteUrl: `http://${rootDomain}`, ephemeral: true });
  const env = { ...fixed, ...stack.env, ADMIN_DATABASE_URL: stack.adminDatabaseUrl };
  project.config.env = { ...project.config.env, ...env };
  project.provide("stackEnv", env);
  return stack.stop;
}
