import { z } from "zod";

const workerEnvSchema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
    OUTBOUND_FETCH: z.enum(["on", "off"], { error: "must be on or off" }).optional(),
    NODE_ENV: z.string().optional(),
  })
  // A machine that somebody develops on asks nothing of strangers unless told to.
  .transform(({ OUTBOUND_FETCH, NODE_ENV, ...env }) => ({
    ...env,
    outboundFetch: (OUTBOUND_FETCH ?? (NODE_ENV === "production" ? "on" : "off")) === "on",
  }));

/** What the worker reads from its environment. */
export type WorkerEnv = z.infer<typeof workerEnvSchema>;

/** Reads the worker's environment. Throws one Error that names what is missing. */
export function readWorkerEnv(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): WorkerEnv {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = workerEnvSchema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The worker's environment is not complete (see .env.example):\n${lines.join("\n")}`);
}
