import "server-only";
import type { z } from "zod";
import type { RateClassName } from "@/lib/rate-limit/classes";
import { admitGuest, admitViewer, type GuestContext, type ViewerContext } from "./contexts";
import { lastArgument, runAction } from "./core";
import type { ActionResult } from "./result";

interface NetworkAction<Ctx, S extends z.ZodType, T> {
  input: S;
  rate?: RateClassName;
  run(ctx: Ctx, input: z.output<S>): Promise<T>;
}

/** A server action of the network host for somebody who is signed in there. */
export function withViewer<S extends z.ZodType, T>(action: NetworkAction<ViewerContext, S, T>) {
  const guard = { rate: action.rate ?? ("write" as const), changes: true, admit: admitViewer };
  return async function viewerAction(...args: unknown[]): Promise<ActionResult<T>> {
    return runAction(guard, action.input, action.run, lastArgument(args));
  };
}

/** Its twin for what people do before they are signed in: sign-up, sign-in, reset. Limited as `auth`. */
export function withGuest<S extends z.ZodType, T>(action: NetworkAction<GuestContext, S, T>) {
  const guard = { rate: action.rate ?? ("auth" as const), changes: true, open: true, admit: admitGuest };
  return async function guestAction(...args: unknown[]): Promise<ActionResult<T>> {
    return runAction(guard, action.input, action.run, lastArgument(args));
  };
}
