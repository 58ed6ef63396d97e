import { z } from "zod";

const workerEnvSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

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
