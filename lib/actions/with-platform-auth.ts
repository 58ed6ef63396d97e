import "server-only";
import type { z } from "zod";
import type { PlatformPermission } from "@/lib/auth/permissions";
import { admitStaff, type ViewerContext } from "./contexts";
import { lastArgument, runAction } from "./core";
import type { ActionResult } from "./result";

/** A server action of the mother app: which permission of the staff it needs, what it takes, what it does. */
export interface PlatformAction<S extends z.ZodType, T> {
  permission: PlatformPermission;
  input: S;
  run(ctx: ViewerContext, input: z.output<S>): Promise<T>;
}

/** The only way to write a server action of the mother app. */
export function withPlatformAuth<S extends z.ZodType, T>(action: PlatformAction<S, T>) {
  const guard = {
    rate: "write" as const,
    changes: true,
    admit: (context: Parameters<typeof admitStaff>[0]) => admitStaff(context, action.permission),
  };
  return async function platformAction(...args: unknown[]): Promise<ActionResult<T>> {
    return runAction(guard, action.input, action.run, lastArgument(args));
  };
}
