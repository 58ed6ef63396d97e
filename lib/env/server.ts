import "server-only";
import { z } from "zod";

const present = z.string().trim().min(1, { error: "must be set" });

const privateKey = z.string().refine(isPrivateKey, {
  error: 'must be a private key as JWK in one line: {"kty":"EC",...,"d":"..."}',
});

function isPrivateKey(text: string): boolean {
  try {
    return z.looseObject({ kty: z.string(), d: z.string() }).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

const serverEnvSchema = z
  .object({
    SUPABASE_URL: z.url({ protocol: /^https?$/ }),
    SUPABASE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    SUPABASE_PUBLISHABLE_KEY: present,
    SUPABASE_JWT_SECRET: present.optional(),
    SUPABASE_JWT_SIGNING_KEY: privateKey.optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    DEV_MAILBOX_URL: z.url({ protocol: /^https?$/ }).optional(),
    RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
    NODE_ENV: z.string().default("development"),
  })
  .refine((env) => env.SUPABASE_JWT_SECRET !== undefined || env.SUPABASE_JWT_SIGNING_KEY !== undefined, {
    path: ["SUPABASE_JWT_SECRET"],
    // Asked even where something else is wrong: one start names all that is missing.
    when: () => true,
    error: "set SUPABASE_JWT_SECRET, or SUPABASE_JWT_SIGNING_KEY where the project signs with a key pair",
  });

/** What the app reads from its environment besides the hosts (`lib/env/hosts`). */
export type ServerEnv = z.infer<typeof serverEnvSchema>;

/** Reads an environment. Throws one Error that names every variable that is missing or wrong. */
export function parseServerEnv(environment: Readonly<Record<string, string | undefined>>): ServerEnv {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = serverEnvSchema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete (see .env.example):\n${lines.join("\n")}`);
}

let env: ServerEnv | undefined;

/** The server's environment, parsed once. */
export function serverEnv(): ServerEnv {
  env ??= parseServerEnv(process.env);
  return env;
}
