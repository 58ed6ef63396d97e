import { forwardedHeaders, readClientAddress, readHostHeader } from "./forwarded";
import {
  HOST_HEADER,
  type HostKind,
  IP_HEADER,
  KIND_HEADER,
  NONCE_HEADER,
  PATH_HEADER,
  REQUEST_ID_HEADER,
  TENANT_HEADER,
  VIA_HEADER,
} from "./headers";
import { parseHost } from "./host";
import { type HostConfig, rootPortSuffix } from "./host-config";
import { chooseRequestId, type HeaderChanges, listForgeableHeaders } from "./request-headers";
import { isPlainPath, isPlainSearch, isStaticPath, pathInFolder } from "./request-path";
import { resolveHost, type UnknownHostReason } from "./resolve-host";
import { findTarget, type RewriteReason, type RouteTarget } from "./route-target";

/** A request as the middleware sees it, with what only the shell can make. */
export interface RouteRequest {
  method: string;
  /** The `Host` header as sent. */
  host: string | null;
  path: string;
  /** With its question mark, or "". */
  search: string;
  headers: Headers;
  config: HostConfig;
  requestId: string;
  nonce: string;
  /** The connection's remote address where the runtime tells it. */
  socketAddress: string | null;
}

export type NotFoundReason = UnknownHostReason | "malformed_path" | "unknown_community";

/** What to do with a request, and why. A rewrite's path always begins with the folder of its scope. */
export type RouteDecision = { requestId: string } & (
  | { action: "pass"; reason: "static"; headers: HeaderChanges }
  | { action: "rewrite"; reason: RewriteReason; kind: HostKind; path: string; headers: HeaderChanges }
  | { action: "redirect"; reason: "trailing_dot"; location: string }
  | { action: "not-found"; reason: NotFoundReason }
);

/**
 * Decides one request. First match wins:
 *   1. a path that could be read in two ways: not found
 *   2. the framework's and public files: passed on, private headers removed
 *   3. a host that serves nothing: not found
 *   4. a host written with its trailing dot: redirected to the usual spelling
 *   5. a community's API called on the network host: that community, with the network's session
 *   6. everything else: rewritten into the folder of its host
 */
export function decideRoute(request: RouteRequest): RouteDecision {
  const { config, headers, method, path, search } = request;
  const requestId = chooseRequestId(headers.get(REQUEST_ID_HEADER), request.requestId, config);
  if (!isPlainPath(path) || !isPlainSearch(search)) {
    return { action: "not-found", reason: "malformed_path", requestId };
  }
  if (isStaticPath(path, config)) {
    const set = { [REQUEST_ID_HEADER]: requestId };
    return { action: "pass", reason: "static", requestId, headers: replaceHeaders(request, set) };
  }
  const hostHeader = readHostHeader(request.host, headers, config);
  const resolved = resolveHost(hostHeader, config);
  if (resolved.kind === "unknown") return { action: "not-found", reason: resolved.reason, requestId };
  const host = parseHost(hostHeader)?.host ?? "";
  if (hasTrailingDot(hostHeader) && isRead(method)) {
    const location = `${config.protocol}://${host}${rootPortSuffix(config)}${path}${search}`;
    return { action: "redirect", reason: "trailing_dot", location, requestId };
  }
  const target = findTarget(request, resolved);
  if (!target) return { action: "not-found", reason: "unknown_community", requestId };
  return {
    action: "rewrite",
    reason: target.reason,
    kind: target.kind,
    path: `/${target.folder}${pathInFolder(path)}`,
    requestId,
    headers: replaceHeaders(request, describe(request, target, host, requestId)),
  };
}

function describe(request: RouteRequest, target: RouteTarget, host: string, requestId: string) {
  const { config, headers, nonce, path, search, socketAddress } = request;
  return {
    ...forwardedHeaders(headers, config),
    [HOST_HEADER]: host,
    [KIND_HEADER]: target.kind,
    [PATH_HEADER]: `${path}${search}`,
    [IP_HEADER]: readClientAddress(headers, socketAddress, config),
    [REQUEST_ID_HEADER]: requestId,
    [NONCE_HEADER]: nonce,
    ...(target.tenant === null ? {} : { [TENANT_HEADER]: target.tenant }),
    ...(target.reason === "community_api" ? { [VIA_HEADER]: "network" } : {}),
  };
}

function replaceHeaders({ headers, config }: RouteRequest, set: Record<string, string>): HeaderChanges {
  return { remove: listForgeableHeaders(headers.keys(), config), set };
}

function hasTrailingDot(hostHeader: string | null): boolean {
  return /[.。．｡](?::\d+)?$/u.test(hostHeader ?? "");
}

function isRead(method: string): boolean {
  return method === "GET" || method === "HEAD";
}
