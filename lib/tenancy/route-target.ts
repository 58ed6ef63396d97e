import { COMMUNITY_HEADER, type HostKind } from "./headers";
import type { HostConfig } from "./host-config";
import { type HostResolution, resolveCommunityName, tenantSegment } from "./resolve-host";

/** Why a request goes where it goes. */
export type RewriteReason = "network" | "platform" | "subdomain" | "domain" | "community_api";

/** The folder of `app/` that answers, and what it is told. */
export interface RouteTarget {
  kind: HostKind;
  /** First segment of the rewritten path. */
  folder: string;
  /** The `[tenant]` segment where a community answers. */
  tenant: string | null;
  reason: RewriteReason;
}

interface TargetRequest {
  path: string;
  search: string;
  headers: Headers;
  config: HostConfig;
}

const COMMUNITY_API = "/api/v1/";

/**
 * The folder for a host that serves something. On the network host an API request may name its
 * community; null where that names none.
 */
export function findTarget(
  request: TargetRequest,
  resolved: Exclude<HostResolution, { kind: "unknown" }>,
): RouteTarget | null {
  if (resolved.kind === "community") {
    const segment = tenantSegment(resolved);
    return { kind: "community", folder: segment, tenant: segment, reason: resolved.via };
  }
  const name = resolved.kind === "network" ? findNamedCommunity(request) : null;
  if (name === null)
    return { kind: resolved.kind, folder: resolved.kind, tenant: null, reason: resolved.kind };
  const community = resolveCommunityName(name, request.config);
  if (!community) return null;
  const segment = tenantSegment(community);
  return { kind: "community", folder: segment, tenant: segment, reason: "community_api" };
}

function findNamedCommunity({ path, search, headers, config }: TargetRequest): string | null {
  if (!path.startsWith(COMMUNITY_API)) return null;
  const named = headers.get(COMMUNITY_HEADER);
  if (named !== null || config.production) return named;
  const values = new URLSearchParams(search).getAll("community");
  return values.length === 0 ? null : values.join(",");
}
