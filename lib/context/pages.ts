import "server-only";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { canInTenant, type TenantPermission } from "@/lib/auth/permissions";
import { AppError } from "@/lib/errors/app-error";
import { wantStatus } from "@/lib/http/response-status";
import { communityUrl } from "@/lib/tenancy/links";
import type { Tenant } from "@/lib/tenants/schemas";
import { getRequestContext, type RequestContext } from "./request-context";
import type { Viewer } from "./schemas";

/** The context of a page on a community host: the community is there for sure. */
export type TenantPageContext = RequestContext & { tenant: Tenant };

/** The context of a page on the network host for somebody who is signed in. */
export type ViewerPageContext = RequestContext & { viewer: Viewer };

const PAUSE_SECONDS = "600";

/** The context of a page. What never passed the middleware, such as the address of a file that is not there, is none. */
async function getPageContext(): Promise<RequestContext> {
  try {
    return await getRequestContext();
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}

/**
 * Resolves the community of a page or layout from the verified host; the route's own param must agree with it.
 * Answers 404 where there is none, or none that the viewer may know of; a renamed community redirects.
 */
export async function getTenantPage(param: string): Promise<TenantPageContext> {
  const context = await getPageContext();
  if (context.ref === null || decodeURIComponent(param) !== context.ref) notFound();
  if (context.movedTo) permanentRedirect(communityUrl({ slug: context.movedTo }, context.path));
  if (!context.tenant) notFound();
  return { ...context, tenant: context.tenant };
}

/** Whether the community serves; if not, the response says 503 and when to come back. */
export function isServing({ tenant, requestId }: TenantPageContext): boolean {
  if (tenant.status === "active") return true;
  wantStatus(requestId, 503, { "retry-after": PAUSE_SECONDS });
  return false;
}

/** Where somebody signs in to come back to this very page of a community's host. */
export function signInPath(path: string): string {
  return `/session/start?${new URLSearchParams({ path })}`;
}

/**
 * Like {@link getTenantPage} for a page that needs a permission: visitors are sent to sign in and come back, members
 * who may not see it get the 404 of a page that does not exist.
 */
export async function requireTenantPage(
  param: string,
  permission: TenantPermission,
): Promise<TenantPageContext> {
  const context = await getTenantPage(param);
  const { viewer, membership, path } = context;
  if (canInTenant({ signedIn: viewer !== null, membership }, permission)) return context;
  if (!viewer) redirect(signInPath(path));
  notFound();
}

/** A page of the network host. */
export async function getNetworkPage(): Promise<RequestContext> {
  const context = await getPageContext();
  if (context.kind !== "network") notFound();
  if (context.expired) redirect(`/session/refresh?${new URLSearchParams({ next: context.path })}`);
  return context;
}

/** A page of the network host that needs somebody signed in; others sign in and come back. */
export async function requireNetworkPage(): Promise<ViewerPageContext> {
  const context = await getNetworkPage();
  if (!context.viewer) redirect(`/sign-in?${new URLSearchParams({ next: context.path })}`);
  return { ...context, viewer: context.viewer };
}

/** A page of the mother app. Whoever is no staff finds nothing here. */
export async function requirePlatformPage(): Promise<ViewerPageContext> {
  const context = await getPageContext();
  if (context.kind !== "platform") notFound();
  if (!context.viewer) redirect(signInPath(context.path));
  if (!context.viewer.staff_role) notFound();
  return { ...context, viewer: context.viewer };
}
