import { z } from "zod";
import { parseHost } from "@/lib/tenancy/host";
import type { HostConfig } from "@/lib/tenancy/host-config";

const MAX_PROXIES = 9;

const hostEnvSchema = z.object({
  ROOT_DOMAIN: z
    .string()
    .default("archipelago.localhost:3000")
    .transform((value) => value.trim().toLowerCase())
    .refine((value) => parseHost(value) !== null && !/\.(?::|$)/.test(value), {
      error:
        "ROOT_DOMAIN must be a host name, with a port where needed: archipelago.example or example.localhost:3000",
    }),
  APP_PROTOCOL: z.enum(["http", "https"], { error: "APP_PROTOCOL must be http or https" }).optional(),
  TRUSTED_PROXY: z
    .string()
    .default("none")
    .transform((value) => (value.trim() === "none" ? 0 : Number(value.trim())))
    .refine((count) => Number.isInteger(count) && count >= 0 && count <= MAX_PROXIES, {
      error: `TRUSTED_PROXY must be "none" or how many proxies stand in front of the app (1 to ${MAX_PROXIES})`,
    }),
  NODE_ENV: z.string().optional(),
  SUPABASE_URL: z.url({ protocol: /^https?$/, error: "SUPABASE_URL must be an http(s) address" }).optional(),
  SUPABASE_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "SUPABASE_PUBLIC_URL must be an http(s) address" })
    .optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a host configuration from an environment. Throws one Error that names every wrong variable. */
export function parseHostConfig(environment: Environment): HostConfig {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = hostEnvSchema.safeParse(present);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join("\n"));
  const { ROOT_DOMAIN, APP_PROTOCOL, TRUSTED_PROXY, NODE_ENV, SUPABASE_URL, SUPABASE_PUBLIC_URL } =
    parsed.data;
  const api = SUPABASE_PUBLIC_URL ?? SUPABASE_URL;
  return {
    rootDomain: ROOT_DOMAIN,
    protocol: APP_PROTOCOL ?? "http",
    trustedProxies: TRUSTED_PROXY,
    production: NODE_ENV === "production",
    supabaseOrigin: api === undefined ? null : new URL(api).origin,
  };
}

let config: HostConfig | undefined;

/** The deployment's host configuration, parsed once. Light enough for the middleware. */
export function readHostConfig(): HostConfig {
  config ??= parseHostConfig(process.env);
  return config;
}
