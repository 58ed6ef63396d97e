import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { TenantPermission } from "@/lib/auth/permissions";
import { type AppError, ERROR_STATUS } from "@/lib/errors/app-error";
import type { RateClassName } from "@/lib/rate-limit/classes";
import { rateLimitHeaders } from "@/lib/rate-limit/headers";
import { RateLimited, type RateState } from "@/lib/rate-limit/limiter";
import {
  admitGuest,
  admitToKnown,
  admitToPublic,
  admitToTenant,
  admitViewer,
  type GuestContext,
  type TenantContext,
  type ViewerContext,
  type VisitorContext,
} from "./contexts";
import {
  type Admission,
  admit,
  admitHost,
  admitVisitor,
  type Guard,
  type HostContext,
  parseInput,
  readRequestId,
} from "./core";
import { describeError, toAppError } from "./errors";
import { changesState, readPayload } from "./read-payload";

type Handler = (
  request: NextRequest,
  segment: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

interface Route<Ctx, S extends z.ZodType> {
  input: S;
  rate?: RateClassName;
  /** The body is a file: the handler reads it itself, with a limit of its own. */
  file?: boolean;
  /** Headers of every answer, errors too: who may read it from elsewhere, what it varies by. */
  headers?(request: NextRequest): Record<string, string>;
  run(ctx: Ctx, input: z.output<S>, request: NextRequest): Promise<Response | object>;
}

const NO_STORE = { "cache-control": "private, no-store" };

/** An error as RFC 9457 problem details. */
async function problem(error: AppError, rate: RateState | undefined): Promise<Response> {
  const requestId = await readRequestId();
  const state = error instanceof RateLimited ? error.state : rate;
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
        ...(state ? rateLimitHeaders(state) : {}),
        "content-type": "application/problem+json",
        ...(error.retryAfterSeconds ? { "retry-after": String(error.retryAfterSeconds) } : {}),
      },
    },
  );
}

async function answer<Ctx, S extends z.ZodType>(
  enter: (changes: boolean) => Promise<Admission<Ctx>>,
  route: Route<Ctx, S>,
  ...[request, segment]: Parameters<Handler>
): Promise<Response> {
  let rate: RateState | undefined;
  try {
    const admission = await enter(changesState(request));
    rate = admission.rate;
    const input = parseInput(route.input, await readPayload(request, await segment.params, route.file));
    const given = await route.run(admission.ctx, input, request);
    const response = given instanceof Response ? given : Response.json(given);
    for (const [name, value] of Object.entries({ ...NO_STORE, ...rateLimitHeaders(rate) })) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  } catch (error) {
    unstable_rethrow(error);
    return problem(toAppError(error), rate);
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
  { writes = "write", open = false }: { writes?: RateClassName; open?: boolean } = {},
): Handler {
  return wrap(
    (changes) => admit({ rate: route.rate ?? (changes ? writes : "read"), changes, open, admit: admitOne }),
    route,
  );
}

/** The only way to write a route handler on a community host (session; on the network host too, by `X-Community`). */
export function withTenantApi<S extends z.ZodType>(
  route: Route<TenantContext, S> & { permission: TenantPermission },
): Handler {
  return wrapGuarded(route, (context) => admitToTenant(context, route.permission));
}

/**
 * A route handler on a community host for what everybody may read and keep: feeds, calendars, pictures. It reads no
 * cookie. Communities that are not public have none of it; `known` lets in those that a visitor may know of as well.
 */
export function withPublicApi<S extends z.ZodType>(
  route: Route<VisitorContext, S> & { known?: boolean },
): Handler {
  const admitOne = route.known ? admitToKnown : admitToPublic;
  return wrap(() => admitVisitor(route.rate ?? "read", admitOne), route);
}

/** The only way to write a route handler on the network host for somebody who is signed in there. */
export function withViewerApi<S extends z.ZodType>(route: Route<ViewerContext, S>): Handler {
  return wrapGuarded(route, admitViewer);
}

/** Its twin for everybody: directory, session hand-off, mail links. */
export function withGuestApi<S extends z.ZodType>(route: Route<GuestContext, S>): Handler {
  return wrapGuarded(route, admitGuest, { writes: "auth", open: true });
}

/**
 * A route handler that knows its host and nothing else, for the steps of the hand-off: they answer alike for every
 * host, so that a secret community is no different from one that does not exist.
 */
export function withHostApi<S extends z.ZodType>(route: Route<HostContext, S>): Handler {
  return wrap((changes) => admitHost(changes, route.rate ?? "handoff"), route);
}
