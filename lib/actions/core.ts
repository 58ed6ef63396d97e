import "server-only";
import { headers } from "next/headers";
import { permanentRedirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import {
  getRenewedContext,
  getRequestHost,
  getVisitorContext,
  type RequestContext,
  type RequestHost,
} from "@/lib/context/request-context";
import { readHostConfig } from "@/lib/env/hosts";
import { AppError } from "@/lib/errors/app-error";
import type { RateClassName } from "@/lib/rate-limit/classes";
import { visitorKey } from "@/lib/rate-limit/keys";
import { type RateState, requireRate } from "@/lib/rate-limit/limiter";
import { createDb, type Db } from "@/lib/supabase/client";
import { readHostHeader } from "@/lib/tenancy/forwarded";
import { REQUEST_ID_HEADER } from "@/lib/tenancy/headers";
import { communityUrl } from "@/lib/tenancy/links";
import { describeError, fieldErrors, toAppError } from "./errors";
import { payloadOf, typedValues } from "./form-data";
import { requireSameOrigin } from "./origin";
import type { ActionResult } from "./result";
import { requireSameViewer, VIEWER_HEADER, viewerOfForm } from "./same-viewer";

/** What one kind of wrapper adds to the common order. */
export interface Guard<Ctx> {
  rate: RateClassName;
  /** Whether the request changes something, and so must come from this host's own pages. */
  changes: boolean;
  /** For everybody, whoever is signed in: the page that asks may be of before. */
  open?: boolean;
  /** Session, membership, permission: throws AppError, or gives what the handler may use. */
  admit(context: RequestContext): Ctx;
}

/** Compares the Origin of the request at hand with the host that it was routed by. */
async function checkOrigin(): Promise<void> {
  const h = await headers();
  const config = readHostConfig();
  requireSameOrigin(h.get("origin"), readHostHeader(h.get("host"), h, config), config.protocol);
}

/** The id of the request at hand, also where it never passed the middleware. */
export async function readRequestId(): Promise<string> {
  return (await headers()).get(REQUEST_ID_HEADER) ?? "unknown";
}

/** Checks a payload strictly. Throws AppError `invalid` that names each field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(payloadOf(input));
  if (parsed.success) return parsed.data;
  throw new AppError("invalid", "check_fields", { fields: fieldErrors(parsed.error) });
}

/** An admitted request: what its handler gets, and where the caller stands with the rate limit. */
export interface Admission<Ctx> {
  ctx: Ctx;
  rate: RateState;
}

/** What a handler of {@link admitHost} gets. */
export type HostContext = RequestHost & { db: Db };

/** Admits anybody to any host without asking what is behind it. `db` acts for the app itself. */
export async function admitHost(changes: boolean, rate: RateClassName): Promise<Admission<HostContext>> {
  if (changes) await checkOrigin();
  const host = await getRequestHost();
  const state = await requireRate(rate, visitorKey(host.ip), null);
  return { ctx: { ...host, db: createDb({ scope: "server" }, host.requestId) }, rate: state };
}

/** The page may say for whom it was made: in a header where its script asks, in the form itself before that. */
async function checkViewer(context: RequestContext, payload: unknown): Promise<void> {
  const said = (await headers()).get(VIEWER_HEADER) ?? viewerOfForm(payload);
  requireSameViewer(said, context.viewer);
}

/**
 * The one order of every entry: origin, session, same person as the page was made for, membership, permission, rate limit. Parsing, the handler and the
 * mapping of errors follow in {@link runAction} and in the route wrapper.
 */
export async function admit<Ctx>(guard: Guard<Ctx>, payload?: unknown): Promise<Admission<Ctx>> {
  if (guard.changes) await checkOrigin();
  const context = await getRenewedContext();
  if (guard.changes && !guard.open) await checkViewer(context, payload);
  const ctx = guard.admit(context);
  const person = context.viewer?.id ?? visitorKey(context.ip);
  const rate = await requireRate(guard.rate, person, context.tenant?.id ?? null);
  return { ctx, rate };
}

/** Admits visitors to a community without asking who they are. A renamed community redirects. */
export async function admitVisitor<Ctx>(
  rate: RateClassName,
  admitOne: (context: RequestContext) => Ctx,
): Promise<Admission<Ctx>> {
  const context = await getVisitorContext();
  if (context.movedTo) permanentRedirect(communityUrl({ slug: context.movedTo }, context.path));
  const ctx = admitOne(context);
  return { ctx, rate: await requireRate(rate, visitorKey(context.ip), context.tenant?.id ?? null) };
}

/** Runs a server action behind a guard and answers with a value, whatever happens. */
export async function runAction<Ctx, S extends z.ZodType, T>(
  guard: Guard<Ctx>,
  schema: S,
  run: (ctx: Ctx, input: z.output<S>) => Promise<T>,
  payload: unknown,
): Promise<ActionResult<T>> {
  try {
    const { ctx } = await admit(guard, payload);
    return { ok: true, data: await run(ctx, parseInput(schema, payload)) };
  } catch (error) {
    unstable_rethrow(error);
    const told = await describeError(toAppError(error), await readRequestId());
    return { ok: false, error: { ...told, values: typedValues(payload) } };
  }
}

/** React calls a form's action with (state, data), code calls it with (data): the payload comes last. */
export function lastArgument(args: readonly unknown[]): unknown {
  return args.at(-1);
}
