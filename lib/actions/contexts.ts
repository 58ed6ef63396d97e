import {
  canInTenant,
  canOnPlatform,
  type PlatformPermission,
  type TenantPermission,
} from "@/lib/auth/permissions";
import type { RequestContext } from "@/lib/context/request-context";
import type { Viewer } from "@/lib/context/schemas";
import { AppError } from "@/lib/errors/app-error";
import type { Db } from "@/lib/supabase/client";
import type { Membership, Tenant } from "@/lib/tenants/schemas";

/** What a handler on a community host gets. `viewer` and `membership` are null where the permission admits visitors. */
export interface TenantContext {
  tenant: Tenant;
  viewer: Viewer | null;
  membership: Membership | null;
  db: Db;
  requestId: string;
  ip: string;
}

/** The same with the person there for sure: for permissions that ask for somebody signed in. */
export interface MemberContext extends TenantContext {
  viewer: Viewer;
}

/** What a handler on the network host gets. */
export interface ViewerContext {
  viewer: Viewer;
  db: Db;
  requestId: string;
  ip: string;
}

/** What a handler on the network host gets where nobody needs to be signed in. */
export interface GuestContext {
  viewer: Viewer | null;
  db: Db;
  requestId: string;
  ip: string;
}

/** What a handler gets that answers everybody alike: no person is known. */
export interface VisitorContext {
  tenant: Tenant;
  db: Db;
  requestId: string;
  ip: string;
}

/** Admits anybody to a community that they may know of, whatever its state. */
export function admitToKnown({ ref, tenant, db, requestId, ip }: RequestContext): VisitorContext {
  if (ref === null || !tenant) throw new AppError("not_found", "missing");
  return { tenant, db, requestId, ip };
}

/** Admits anybody to what a public community shows everybody. A private one answers like one that is not there. */
export function admitToPublic(context: RequestContext): VisitorContext {
  const ctx = admitToKnown(context);
  if (ctx.tenant.privacy !== "public") throw new AppError("not_found", "missing");
  if (ctx.tenant.status !== "active")
    throw new AppError("unavailable", "community_paused", { retryAfterSeconds: 600 });
  return ctx;
}

/** Admits to a community: it must be there, serving, and the asker must hold the permission. */
export function admitToTenant(context: RequestContext, permission: TenantPermission): TenantContext {
  const { tenant, viewer, membership, db, requestId, ip } = context;
  if (context.ref === null || !tenant) throw new AppError("not_found", "community");
  if (tenant.status !== "active")
    throw new AppError("unavailable", "community_paused", { retryAfterSeconds: 600 });
  if (!canInTenant({ signedIn: viewer !== null, membership }, permission)) {
    throw viewer
      ? new AppError("forbidden", "not_allowed")
      : new AppError("unauthenticated", "sign_in_first");
  }
  return { tenant, viewer, membership, db, requestId, ip };
}

/** Narrows a tenant context to a person who is signed in. */
export function requireViewer(ctx: TenantContext): MemberContext {
  const { viewer } = ctx;
  if (!viewer) throw new AppError("unauthenticated", "sign_in_first");
  return { ...ctx, viewer };
}

/** Admits anybody to the network host. */
export function admitGuest(context: RequestContext): GuestContext {
  if (context.kind !== "network" || context.ref !== null) throw new AppError("not_found", "missing");
  const { viewer, db, requestId, ip } = context;
  return { viewer, db, requestId, ip };
}

/** Admits a person who is signed in on the network host. */
export function admitViewer(context: RequestContext): ViewerContext {
  const { viewer, ...rest } = admitGuest(context);
  if (!viewer) throw new AppError("unauthenticated", context.expired ? "session_ended" : "sign_in_first");
  return { viewer, ...rest };
}

/** Admits the platform's staff to their host. Everybody else finds nothing there. */
export function admitStaff(context: RequestContext, permission: PlatformPermission): ViewerContext {
  const { viewer, db, requestId, ip } = context;
  if (context.kind !== "platform") throw new AppError("not_found", "missing");
  if (!viewer) throw new AppError("unauthenticated", "sign_in_first");
  if (!canOnPlatform(viewer.staff_role, permission)) throw new AppError("not_found", "missing");
  return { viewer, db, requestId, ip };
}
