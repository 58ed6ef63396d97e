import "server-only";
import type { NextRequest } from "next/server";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { TenantPermission } from "@/lib/auth/permissions";
import { getRequestHost } from "@/lib/context/request-context";
import { AppError, ERROR_STATUS } from "@/lib/errors/app-error";
import type { RateClassName } from "@/lib/rate-limit/classes";
import { rateLimitHeaders } from "@/lib/rate-limit/headers";
import { admitGuest, admitToTenant, admitViewer, type GuestContext, type TenantContext, type ViewerContext } from "./contexts";
import { admit, type Guard, parseInput } from "./core";
import { describeError, toAppError } from "./errors";

type Handler = (request: NextRequest, segment: { params: Promise<Record<string, string>> }) => Promise<Response>;

interface Route<Ctx, S extends z.ZodType> {
  input: S;
  rate?: RateClassName;
  run(ctx: Ctx, input: z.output<S>, request: NextRequest): Promise<Response | object>;
}

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD"]);
const MOST_BODY_BYTES = 1_000_000;
const NO_STORE = { "cache-control": "private, no-store" };

async function readBody(request: NextRequest): Promise<unknown> {
  const text = await request.text();
  if (text.length > MOST_BODY_BYTES) throw new AppError("invalid", "too_large");
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", "not_json");
  }
}

async function payload(request: NextRequest, params: Record<string, string>): Promise<unknown> {
  // The tenant segment is the middleware's word, not the caller's.
  const { tenant: _tenant, ...named } = params;
  if (SAFE_METHODS.has(request.method)) return { ...Object.fromEntries(request.nextUrl.searchParams), ...named };
  return { ...Object(await readBody(request)), ...named };
}

/** An error as RFC 9457 problem details. */
async function problem(error: AppError): Promise<Response> {
  const { requestId } = await getRequestHost();
  const told = await describeError(error, requestId);
  const status = ERROR_STATUS[error.code];
  return Response.json(
    { type: `about:blank#${error.reason}`, title: told.message, status, code: told.code, fields: told.fields, request_id: requestId },
    {
      status,
      headers: {
        ...NO_STORE,
        "content-type": "application/problem+json",
        ...(error.retryAfterSeconds ? { "retry-after": String(error.retryAfterSeconds) } : {}),
      },
    },
  );
}

function wrap<Ctx, S extends z.ZodType>(makeGuard: (changes: boolean) => Guard<Ctx>, route: Route<Ctx, S>): Handler {
  return async function handler(request, segment) {
    try {
      const { ctx, rate } = await admit(makeGuard(!SAFE_METHODS.has(request.method)));
      const answer = await route.run(ctx, parseInput(route.input, await payload(request, await segment.params)), request);
      const response = answer instanceof Response ? answer : Response.json(answer);
      for (const [name, value] of Object.entries({ ...NO_STORE, ...rateLimitHeaders(rate) })) {
        if (!response.headers.has(name)) response.headers.set(name, value);
      }
      return response;
    } catch (error) {
      unstable_rethrow(error);
      return problem(toAppError(error));
    }
  };
}

/** The only way to write a route handler on a community host (session; on the network host too, by `X-Community`). */
export function withTenantApi<S extends z.ZodType>(
  route: Route<TenantContext, S> & { permission: TenantPermission },
): Handler {
  return wrap(
    (changes) => ({
      rate: route.rate ?? (changes ? "write" : "read"),
      changes,
      admit: (context) => admitToTenant(context, route.permission),
    }),
    route,
  );
}

/** The only way to write a route handler on the network host for somebody who is signed in there. */
export function withViewerApi<S extends z.ZodType>(route: Route<ViewerContext, S>): Handler {
  return wrap((changes) => ({ rate: route.rate ?? (changes ? "write" : "read"), changes, admit: admitViewer }), route);
}

/** Its twin for everybody: directory, session hand-off, mail links. */
export function withGuestApi<S extends z.ZodType>(route: Route<GuestContext, S>): Handler {
  return wrap((changes) => ({ rate: route.rate ?? (changes ? "auth" : "read"), changes, admit: admitGuest }), route);
}
