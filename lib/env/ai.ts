import "server-only";
import { z } from "zod";

const present = z.string().trim().min(1).max(300).optional();
const name = z.string().trim().min(1).max(100);
const address = z.url({ protocol: /^https?$/ });

const aiEnvSchema = z
  .object({
    AI_1_URL: z.optional(address),
    AI_1_MODEL: present,
    AI_1_KEY: present,
    AI_1_NAME: z.optional(name),
    AI_2_URL: z.optional(address),
    AI_2_MODEL: present,
    AI_2_KEY: present,
    AI_2_NAME: z.optional(name),
    AI_TOKENS_PER_DAY: z.coerce.number().int().min(0).default(200_000),
  })
  .transform((env) => ({
    providers: [
      settingsOf("AI_1", env.AI_1_URL, env.AI_1_MODEL, env.AI_1_KEY, env.AI_1_NAME),
      settingsOf("AI_2", env.AI_2_URL, env.AI_2_MODEL, env.AI_2_KEY, env.AI_2_NAME),
    ].filter((settings) => settings !== null),
    /** Tokens that the texts of one community may cost in one day (UTC). */
    tokensPerDay: env.AI_TOKENS_PER_DAY,
  }));

/** Where a model is asked: an address that speaks chat completions, and the model's name there. */
export interface ProviderSettings {
  /** What people read of it, and the name of its breaker. */
  name: string;
  url: string;
  model: string;
  /** null where it asks for none, as models on one's own machine do. */
  key: string | null;
}

function settingsOf(
  prefix: string,
  url: string | undefined,
  model: string | undefined,
  key: string | undefined,
  name: string | undefined,
): ProviderSettings | null {
  if (url === undefined && model === undefined && key === undefined && name === undefined) return null;
  if (url === undefined || model === undefined) throw new Error(`set both ${prefix}_URL and ${prefix}_MODEL`);
  return { name: name ?? new URL(url).host.slice(0, 100), url, model, key: key ?? null };
}

/** What the app knows of providers: none is fine. */
export type AiEnv = z.infer<typeof aiEnvSchema>;

/** Reads an environment. Throws one Error that names what is wrong. */
export function parseAiEnv(environment: Readonly<Record<string, string | undefined>>): AiEnv {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = aiEnvSchema.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete (see .env.example):\n${lines.join("\n")}`);
  }
  const names = parsed.data.providers.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new Error("AI_1_NAME and AI_2_NAME must differ");
  return parsed.data;
}

let env: AiEnv | undefined;

/** The environment's providers, parsed once. */
export function aiEnv(): AiEnv {
  env ??= parseAiEnv(process.env);
  return env;
}
