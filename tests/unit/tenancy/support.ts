import { decideRoute, type RouteDecision, type RouteRequest } from "@/lib/tenancy/decide-route";
import type { HostConfig } from "@/lib/tenancy/host-config";

export const development: HostConfig = {
  rootDomain: "archipelago.localhost:3000",
  protocol: "http",
  trustedProxies: 0,
  production: false,
  supabaseOrigin: "http://127.0.0.1:54321",
};

export const production: HostConfig = {
  rootDomain: "archipelago.example",
  protocol: "https",
  trustedProxies: 0,
  production: true,
  supabaseOrigin: "https://project.supabase.example",
};

export const MADE_ID = "11111111-2222-4333-8444-555555555555";
export const MADE_NONCE = "AAAAAAAAAAAAAAAAAAAAAA==";

export interface Sent extends Partial<Omit<RouteRequest, "headers">> {
  headers?: Record<string, string>;
}

/** Decides a request for the network's front page, unless told otherwise. */
export function decide({ headers, ...request }: Sent): RouteDecision {
  return decideRoute({
    method: "GET",
    host: "archipelago.localhost:3000",
    path: "/",
    search: "",
    headers: new Headers(headers),
    config: development,
    requestId: MADE_ID,
    nonce: MADE_NONCE,
    socketAddress: null,
    ...request,
  });
}

/** A decision in one line, for tables. */
export function summarise(decision: RouteDecision): string {
  if (decision.action === "rewrite") return `${decision.kind} ${decision.path}`;
  if (decision.action === "redirect") return `308 ${decision.location}`;
  return decision.action === "not-found" ? `404 ${decision.reason}` : decision.action;
}
