import { AppError, type ErrorCode } from "./app-error";

/** The part of a PostgREST or Postgres error that says what happened. */
export interface DatabaseFailure {
  code?: string | null;
  message?: string | null;
  details?: string | null;
}

const CODES: ReadonlySet<string> = new Set<ErrorCode>([
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "rate_limited",
]);

const BY_SQLSTATE: Readonly<Record<string, { code: ErrorCode; reason: string }>> = {
  "42501": { code: "forbidden", reason: "not_allowed" },
  "23505": { code: "conflict", reason: "already_exists" },
  "23503": { code: "not_found", reason: "missing_reference" },
  "23514": { code: "invalid", reason: "not_accepted" },
  "22P02": { code: "invalid", reason: "not_accepted" },
  "22007": { code: "invalid", reason: "not_accepted" },
  "22001": { code: "invalid", reason: "not_accepted" },
  PGRST116: { code: "not_found", reason: "missing" },
  // The tokens are the app's own: one that is refused means a wrong key or clock, not a sign-in that ended.
  PGRST301: { code: "unavailable", reason: "database_down" },
  PGRST303: { code: "unavailable", reason: "database_down" },
  "57014": { code: "unavailable", reason: "too_slow" },
};

/** Connection classes of SQLSTATE, and what an API in front of a lost database answers. */
function isOutage(failure: DatabaseFailure, status: number): boolean {
  const code = failure.code ?? "";
  return (
    status >= 502 || /^(08|57P|53)/.test(code) || /^PGRST00[0-3]$/.test(code) || (status === 0 && code === "")
  );
}

/**
 * Turns a database failure into the error a caller may see. Our functions raise `<code>:<reason>`;
 * everything else is known by its SQLSTATE, or is internal.
 */
export function fromDatabase(failure: DatabaseFailure, status = 400): AppError {
  const detail = `${failure.code ?? status}: ${failure.message ?? ""}`;
  const own = /^([a-z_]+):([a-z0-9_]+)$/.exec(failure.message ?? "");
  if (own?.[1] && own[2] && CODES.has(own[1])) return new AppError(own[1] as ErrorCode, own[2], { detail });
  const known = BY_SQLSTATE[failure.code ?? ""];
  if (known) return new AppError(known.code, known.reason, { detail });
  if (isOutage(failure, status)) return new AppError("unavailable", "database_down", { detail });
  return new AppError("internal", "unexpected", { detail });
}
