import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";

const schema = z.object({
  publishableKey: z.string().startsWith("sb_publishable_"),
  secretKey: z.string().startsWith("sb_secret_"),
  jwtSecret: z.string().min(32),
  passwords: z.object({ supabaseAdmin: z.string(), postgres: z.string(), authenticator: z.string() }),
});

/** Keys and passwords of one embedded stack, made once and kept in its state folder. */
export type StackSecrets = z.infer<typeof schema>;

function random(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}

/** Fresh keys: API keys with 32 random bytes, a JWT secret of 48, database passwords of 24. */
export function createSecrets(): StackSecrets {
  return {
    publishableKey: `sb_publishable_${random(32)}`,
    secretKey: `sb_secret_${random(32)}`,
    jwtSecret: random(48),
    passwords: { supabaseAdmin: random(24), postgres: random(24), authenticator: random(24) },
  };
}

/**
 * Parses a kept file of keys.
 * @throws naming the file when it is not what was written.
 */
export function parseSecrets(text: string, file: string): StackSecrets {
  const advice = "Restore the file, or start over with: npm run reset";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not valid JSON. ${advice}`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join(".") || "file").join(", ");
  throw new Error(`${file} is damaged (${fields}). ${advice}`);
}

/** The keys in `file`; undefined where there is no such file. */
export async function readSecrets(file: string): Promise<StackSecrets | undefined> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw cause;
  });
  return text === undefined ? undefined : parseSecrets(text, file);
}

/** Writes the keys, readable by the owner only; a crash leaves the old file or the new one, never half of one. */
export async function writeSecrets(file: string, secrets: StackSecrets): Promise<void> {
  const draft = `${file}.${process.pid}.new`;
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}
