import type { PostgresConnection } from "./lite.ts";
import { type DatabaseError, requestContext } from "./request-context.ts";

/*
 * The part of mend.ts that concerns failures: lite answers 500 with the code "SUP" and nothing else for many errors
 * of the database (raised exceptions, check constraints, time limits), where PostgREST names each.
 */

const byCode: Record<string, number> = {
  "23503": 409,
  "23505": 409,
  "25006": 405,
  "42883": 404,
  "42P01": 404,
  "42P17": 500,
  "53400": 500,
  P0001: 400,
};

const byClass: Record<string, number> = {
  "08": 503,
  "09": 500,
  "0L": 403,
  "0P": 403,
  "25": 500,
  "28": 403,
  "2D": 500,
  "38": 500,
  "39": 500,
  "3B": 500,
  "40": 500,
  "53": 503,
  "54": 500,
  "55": 500,
  "57": 500,
  "58": 500,
  F0: 500,
  HV: 500,
  P0: 500,
  XX: 500,
};

/** HTTP status PostgREST gives an SQLSTATE. Pure. */
export function statusOfState(state: string): number {
  return byCode[state] ?? byClass[state.slice(0, 2)] ?? 400;
}

function asDatabaseError(cause: unknown): DatabaseError | undefined {
  if (typeof cause !== "object" || cause === null) return undefined;
  const { code, message, detail, hint } = cause as Record<string, unknown>;
  if (typeof code !== "string" || !/^[0-9A-Z]{5}$/.test(code)) return undefined;
  const text = (value: unknown) => (typeof value === "string" && value ? value : null);
  return { code, message: text(message) ?? "", details: text(detail), hint: text(hint) };
}

/** Keeps a request's database error, which lite's answer loses. */
export function rememberErrors(connection: PostgresConnection): void {
  const normalize = connection.normalizeDbError.bind(connection);
  Object.assign(connection, {
    normalizeDbError(cause: unknown) {
      const context = requestContext();
      if (context) context.databaseError = asDatabaseError(cause);
      return normalize(cause);
    },
  });
}

/** Replaces an answer that says nothing by what PostgREST says of the request's database error. */
export async function mendFailure(response: Response): Promise<Response> {
  const error = requestContext()?.databaseError;
  if (response.status !== 500 || !error) return response;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const unnamed = typeof body === "object" && body !== null && "code" in body && body.code === "SUP";
  if (!unnamed) return response;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(JSON.stringify(error), { status: statusOfState(error.code), headers });
}

/** Lite takes a token that is none for no token at all, and serves its bearer as a visitor; PostgREST refuses it. */
export function refuseBrokenToken(request: Request): Response | undefined {
  const token = /^Bearer\s+(.*)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined || token.startsWith("sb_")) return undefined;
  const parts = token.split(".").filter(Boolean).length;
  if (parts === 3) return undefined;
  const error = {
    code: "PGRST301",
    message: `Expected 3 parts in JWT; got ${parts}`,
    details: null,
    hint: null,
  };
  return Response.json(error, { status: 401 });
}
