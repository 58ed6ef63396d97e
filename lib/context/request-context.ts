import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { z } from "zod";
import { type AuthState, readAuthState } from "@/lib/auth/access-token";
import { sessionCookieName } from "@/lib/auth/cookies";
import { renewSignIn } from "@/lib/auth/renew-sign-in";
import { hashSecret } from "@/lib/auth/secrets";
import { AppError } from "@/lib/errors/app-error";
import { createDb, type Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import type { TokenClaims } from "@/lib/supabase/token";
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
} from "@/lib/tenancy/headers";
import type { Membership, Tenant } from "@/lib/tenants/schemas";
import { type Arrival, contextAnswerSchema, type Viewer } from "./schemas";

/** What the middleware said of this request. */
export interface RequestHost {
  kind: HostKind;
  host: string;
  /** Slug or domain of the community host; null elsewhere. */
  ref: string | null;
  /** Whether a community's API is called on the network host, with its session. */
  viaNetwork: boolean;
  path: string;
  requestId: string;
  nonce: string | undefined;
  ip: string;
}

/** Everything a page, action or handler may know about who asks for what. */
export interface RequestContext extends RequestHost {
  tenant: Tenant | null;
  viewer: Viewer | null;
  membership: Membership | null;
  /** What a member has yet to look at; null for everybody else. */
  arrival: Arrival | null;
  /** New slug of a community that was renamed. */
  movedTo: string | null;
  /** The sign-in on this host is real but needs `/session/refresh` first. */
  expired: boolean;
  /** Database access with this viewer's rights on this host. */
  db: Db;
}

const KINDS: ReadonlySet<string> = new Set<HostKind>(["network", "platform", "community"]);

/** Reads the middleware's headers. Without them the request did not pass it, and nothing is served. */
export const getRequestHost = cache(async (): Promise<RequestHost> => {
  const h = await headers();
  const kind = h.get(KIND_HEADER) ?? "";
  const host = h.get(HOST_HEADER);
  const requestId = h.get(REQUEST_ID_HEADER);
  if (!KINDS.has(kind) || !host || !requestId) {
    throw new AppError("not_found", "unknown_host", { detail: "a request without the middleware's headers" });
  }
  return {
    kind: kind as HostKind,
    host,
    ref: h.get(TENANT_HEADER),
    viaNetwork: h.get(VIA_HEADER) === "network",
    path: h.get(PATH_HEADER) ?? "/",
    requestId,
    nonce: h.get(NONCE_HEADER) ?? undefined,
    ip: h.get(IP_HEADER) ?? "",
  };
});

type Credential = { authState: AuthState; sessionHash: string | null };

async function readCredential(host: RequestHost): Promise<Credential> {
  const jar = await cookies();
  if (host.kind === "network" || host.viaNetwork) {
    return { authState: await readAuthState((name) => jar.get(name)?.value), sessionHash: null };
  }
  const opaque = jar.get(sessionCookieName())?.value;
  return { authState: { state: "none" }, sessionHash: opaque ? hashSecret(opaque) : null };
}

type ContextAnswer = z.infer<typeof contextAnswerSchema>;

const NOBODY: ContextAnswer = { tenant: null, viewer: null, membership: null, moved_to: null, arrival: null };

async function askDatabase(
  host: RequestHost,
  auth: AuthState,
  sessionHash: string | null,
): Promise<ContextAnswer> {
  if (host.ref === null && auth.state !== "valid" && !sessionHash) return NOBODY;
  const server = createDb({ scope: "server" }, host.requestId);
  return unwrapAs(
    contextAnswerSchema,
    server.rpc("request_context", {
      p_ref: host.ref,
      p_host: host.host,
      p_session_hash: sessionHash,
      p_user: auth.state === "valid" ? auth.userId : null,
      p_auth_session: auth.state === "valid" ? auth.sessionId : null,
    }),
  );
}

/** A token for a community host is bound to that community, or says nothing about the person at all. */
function claimsFor(host: RequestHost, { tenant, viewer }: ContextAnswer): TokenClaims {
  const person = { userId: viewer?.id, sessionId: viewer?.session_id };
  if (host.ref === null) return { scope: host.kind === "platform" ? "platform" : "network", ...person };
  return tenant ? { scope: "community", ...person, tenantId: tenant.id } : { scope: "community" };
}

async function contextFor(
  host: RequestHost,
  { authState, sessionHash }: Credential,
): Promise<RequestContext> {
  const answer = await askDatabase(host, authState, sessionHash);
  const db = createDb(claimsFor(host, answer), host.requestId);
  return {
    ...host,
    tenant: answer.tenant,
    viewer: answer.viewer,
    membership: answer.membership,
    arrival: answer.arrival,
    movedTo: answer.moved_to,
    expired: authState.state === "expired",
    db,
  };
}

/**
 * The request context: one database call, kept for the request. Throws AppError `unavailable` where the database
 * cannot be reached. An unknown community and a secret one to an outsider look alike: `tenant` is null.
 */
export const getRequestContext = cache(async (): Promise<RequestContext> => {
  const host = await getRequestHost();
  return contextFor(host, await readCredential(host));
});

/**
 * The same for server actions and route handlers. They can write cookies, so that a sign-in past its hour is renewed
 * in place, and nobody loses what they wrote in a tab that stood open. Throws AppError `unavailable` as well where
 * Supabase Auth cannot be reached.
 */
export async function getRenewedContext(): Promise<RequestContext> {
  const host = await getRequestHost();
  const { authState, sessionHash } = await readCredential(host);
  const renewed = authState.state === "expired" ? await renewSignIn() : authState;
  return contextFor(host, { authState: renewed, sessionHash });
}

/**
 * The community of a request as any visitor finds it, whoever asks: no cookie is read, so that the answer may be kept
 * and given to others.
 */
export async function getVisitorContext(): Promise<RequestContext> {
  return contextFor(await getRequestHost(), { authState: { state: "none" }, sessionHash: null });
}
