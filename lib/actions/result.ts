import type { ErrorCode } from "@/lib/errors/app-error";

/** What went wrong, in words for the person. `fields` maps a form field to its own message. */
export interface ActionError {
  code: ErrorCode;
  /** The broken rule in snake_case, for code that must tell cases apart. */
  reason: string;
  message: string;
  fields?: Record<string, string>;
  requestId?: string;
  retryAfterSeconds?: number;
  /** What the person typed into the form, secrets left out, so that a page without script can show it again. */
  values?: Record<string, string>;
}

/** What every action answers. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError };
