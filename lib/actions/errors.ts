import "server-only";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/observability/log";
import type { ActionError } from "./result";

/** An unknown failure becomes `internal`; its cause goes to the log under the request id, never to the person. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError("internal", "unexpected", {
    cause: error,
    detail: error instanceof Error ? error.message : "",
  });
}

/** The failure as the person reads it. Logs what nobody expected. */
export async function describeError(error: AppError, requestId: string): Promise<ActionError> {
  if (error.code === "internal" || error.code === "unavailable") {
    log.error({
      requestId,
      reason: error.reason,
      detail: error.message,
      stack: (error.cause as Error | undefined)?.stack,
    });
  }
  const t = await getTranslations("errors");
  const text = (key: string) => (t.has(key as never) ? t(key as never) : t(error.code as never));
  return {
    code: error.code,
    reason: error.reason,
    message: text(error.reason),
    fields:
      error.fields &&
      Object.fromEntries(Object.entries(error.fields).map(([name, key]) => [name, text(key)])),
    requestId: error.code === "internal" || error.code === "unavailable" ? requestId : undefined,
    retryAfterSeconds: error.retryAfterSeconds,
  };
}

/** Field messages of a failed parse: schema messages are keys of `errors`, anything else reads as "not accepted". */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = Object.create(null);
  for (const issue of error.issues) {
    const name = issue.path.join(".") || "form";
    fields[name] ??= /^[a-z][a-z0-9_]*$/.test(issue.message) ? issue.message : "not_accepted";
  }
  return { ...fields };
}
