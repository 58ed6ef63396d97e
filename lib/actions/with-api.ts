import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { TenantPermission } from "@/lib/auth/permissions";
import { getRequestHost } from "@/lib/context/request-context";
import { AppError, ERROR_STATUS } from "@/lib/errors/app-error";
import type { RateClassName } from "@/lib/rate-limit/classes";
import { rateLimitHeaders } from "@/lib/rate-limit/headers";
import {
  admitGuest,
  admitToTenant,
  admitViewer,
  type GuestContext,
  type TenantContext,
  type ViewerContext,
} from "./contexts";
import { type Admission, admit, admitHost, type Guard, type HostContext, parseInput } from "./core";
import { describeError, toAppError } from "./errors";

type Handler = (
  request: NextRequest,
  segment: { params: Promise<Record<string, string>> },
) => Promise<Response>;

interface Route<Ctx, S extends z.ZodType> {
  input: S;
  rate?: RateClassName;
  /** Headers of every answer, errors too: who may read it from elsewhere, what it varies by. */
  headers?(request: NextRequest): Record<string, string>;
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
  if (SAFE_METHODS.has(request.method))
    return { ...Object.fromEntries(request.nextUrl.searchParams), ...named };
  return { ...Object(await readBody(request)), ...named };
}

/** An error as RFC 9457 problem details. */
async function problem(error: AppError): Promise<Response> {
  const { requestId } = await getRequestHost();
  const told = await describeError(error, requestId);
  const status = ERROR_STATUS[error.code];
  return Response.json(
    {
      type: `about:blank#${error.reason}`,
      title: told.message,
      status,
      code: told.code,
      fields: told.fields,
      request_id: requestId,
    },
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

function changesState(request: NextRequest): boolean {
  return !SAFE_METHODS.has(request.method);
}

async function answer<Ctx, S extends z.ZodType>(
  enter: (changes: boolean) => Promise<Admission<Ctx>>,
  route: Route<Ctx, S>,
  ...[request, segment]: Parameters<Handler>
): Promise<Response> {
  try {
    const { ctx, rate } = await enter(changesState(request));
    const input = parseInput(route.input, await payload(request, await segment.params));
    const given = await route.run(ctx, input, request);
    const response = given instanceof Response ? given : Response.json(given);
    for (const [name, value] of Object.entries({ ...NO_STORE, ...rateLimitHeaders(rate) })) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  } catch (error) {
    unstable_rethrow(error);
    return problem(toAppError(error));
  }
}

function wrap<Ctx, S extends z.ZodType>(
  enter: (changes: boolean) => Promise<Admission<Ctx>>,
  route: Route<Ctx, S>,
): Handler {
  return async function handler(request, segment) {
    const response = await answer(enter, route, request, segment);
    for (const [name, value] of Object.entries(route.headers?.(request) ?? {}))
      response.headers.set(name, value);
    return response;
  };
}

function wrapGuarded<Ctx, S extends z.ZodType>(
  route: Route<Ctx, S>,
  admitOne: Guard<Ctx>["admit"],
  writes: RateClassName = "write",
): Handler {
  return wrap(
    (changes) => admit({ rate: route.rate ?? (changes ? writes : "read"), changes, admit: admitOne }),
    route,
  );
}

/** The only way to write a route handler on a community host (session; on the network host too, by `X-Community`). */
export function withTenantApi<S extends z.ZodType>(
  route: Route<TenantContext, S> & { permission: TenantPermission },
): Handler {
  return wrapGuarded(route, (context) => admitToTenant(context, route.permission));
}

/** The only way to write a route handler on the network host for somebody who is signed in there. */
export function withViewerApi<S extends z.ZodType>(route: Route<ViewerContext, S>): Handler {
  return wrapGuarded(route, admitViewer);
}

/** Its twin for everybody: directory, session hand-off, mail links. */
export function withGuestApi<S extends z.ZodType>(route: Route<GuestContext, S>): Handler {
  return wrapGuarded(route, admitGuest, "auth");
}

/**
 * A route handler that knows its host and nothing else, for the steps of the hand-off: they answer alike for every
 * host, so that a secret community is no different from one that does not exist.
 */
export function withHostApi<S extends z.ZodType>(route: Route<HostContext, S>): Handler {
  return wrap((changes) => admitHost(changes, route.rate ?? "handoff"), route);
}
