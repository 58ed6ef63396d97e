import type { StackSecrets } from "./secrets.ts";

/** Connection string of a role of the embedded database. Pure. */
export function connectionString(role: string, password: string, port: number): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`;
}

/** What the app, the worker and commands read to find an embedded stack. Pure. */
export function environmentOf(
  apiUrl: string,
  databaseUrl: string,
  secrets: StackSecrets,
): { DATABASE_URL: string } & Record<string, string> {
  return {
    SUPABASE_URL: apiUrl,
    SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
    SUPABASE_SECRET_KEY: secrets.secretKey,
    SUPABASE_JWT_SECRET: secrets.jwtSecret,
    DATABASE_URL: databaseUrl,
    DEV_MAILBOX_URL: `${apiUrl}/mailbox`,
  };
}
