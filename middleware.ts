import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { readHostConfig } from "@/lib/env/hosts";
import { buildHostCsp, MEDIA_CSP } from "@/lib/tenancy/csp";
import { decideRoute, type RouteDecision } from "@/lib/tenancy/decide-route";
import { CSP_HEADER, REQUEST_ID_HEADER } from "@/lib/tenancy/headers";
import type { HostConfig } from "@/lib/tenancy/host-config";
import { createNotFoundResponse } from "@/lib/tenancy/not-found-response";
import { isMediaPath, isSelfCached } from "@/lib/tenancy/request-path";
import { buildSecurityHeaders } from "@/lib/tenancy/security-headers";
import { findSocketAddress } from "@/lib/tenancy/socket-address";

// No path is left out, not even /_next/static: where no such file exists Next.js lets app/[tenant]
// answer, and what the middleware has not seen keeps the private headers that its client wrote.
export const config = { runtime: "nodejs", matcher: "/:path*" };

/** Routes a request to the folder of its host. All choices are made in `lib/tenancy`. */
export function middleware(request: NextRequest): Response {
  const hosts = readHostConfig();
  const nonce = randomBytes(16).toString("base64");
  const path = request.nextUrl.pathname;
  const decision = decideRoute({
    method: request.method,
    host: request.headers.get("host"),
    path,
    search: request.nextUrl.search,
    headers: request.headers,
    config: hosts,
    requestId: randomUUID(),
    nonce,
    socketAddress: findSocketAddress(),
  });
  const response = createResponse(request, decision, hosts, nonce);
  response.headers.set(REQUEST_ID_HEADER, decision.requestId);
  for (const [name, value] of Object.entries(buildSecurityHeaders(hosts))) response.headers.set(name, value);
  const isKept = decision.action === "pass" || (decision.action === "rewrite" && isSelfCached(path));
  if (!isKept) response.headers.set("cache-control", "private, no-store");
  return response;
}

function createResponse(request: NextRequest, decision: RouteDecision, hosts: HostConfig, nonce: string) {
  if (decision.action === "not-found") return createNotFoundResponse(request.nextUrl.pathname);
  if (decision.action === "redirect") return NextResponse.redirect(decision.location, 308);
  const headers = new Headers(request.headers);
  for (const name of decision.headers.remove) headers.delete(name);
  for (const [name, value] of Object.entries(decision.headers.set)) headers.set(name, value);
  if (decision.action === "pass") return NextResponse.next({ request: { headers } });
  const policy = buildHostCsp(decision.kind, nonce, hosts);
  headers.set(CSP_HEADER, policy);
  // Cloned, not built: a target on any other origin would be fetched over HTTP.
  const url = request.nextUrl.clone();
  url.pathname = decision.path;
  const response = NextResponse.rewrite(url, { request: { headers } });
  response.headers.set(CSP_HEADER, isMediaPath(request.nextUrl.pathname) ? MEDIA_CSP : policy);
  return response;
}
