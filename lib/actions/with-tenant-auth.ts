import "server-only";
import type { z } from "zod";
import type { TenantPermission } from "@/lib/auth/permissions";
import type { RateClassName } from "@/lib/rate-limit/classes";
import { admitToTenant, type MemberContext, requireViewer } from "./contexts";
import { lastArgument, runAction } from "./core";
import type { ActionResult } from "./result";

/** A server action of a community host: who may call it, what it takes, what it does. */
export interface TenantAction<S extends z.ZodType, T> {
  permission: TenantPermission;
  input: S;
  rate?: RateClassName;
  run(ctx: MemberContext, input: z.output<S>): Promise<T>;
}

/**
 * The only way to write a server action on a community host. The community comes from the verified host, the
 * membership from the database; the person must be signed in.
 */
export function withTenantAuth<S extends z.ZodType, T>(action: TenantAction<S, T>) {
  const guard = {
    rate: action.rate ?? ("write" as const),
    changes: true,
    admit: (context: Parameters<typeof admitToTenant>[0]) =>
      requireViewer(admitToTenant(context, action.permission)),
  };
  return async function tenantAction(...args: unknown[]): Promise<ActionResult<T>> {
    return runAction(guard, action.input, action.run, lastArgument(args));
  };
}
