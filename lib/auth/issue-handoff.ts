import "server-only";
import { z } from "zod";
import type { GuestContext } from "@/lib/actions/contexts";
import { readHostConfig } from "@/lib/env/hosts";
import { createDb } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { parseHost } from "@/lib/tenancy/host";
import { networkUrl, parseReturnPath } from "@/lib/tenancy/links";
import { type HostResolution, resolveHost } from "@/lib/tenancy/resolve-host";
import { handoffPath, handoffStep, hostUrl, seeOther } from "./handoff";
import { hashSecret, newSecret } from "./secrets";

/** Query of `/session/issue`: the host that wants a session, the hash of its nonce, where to land there. */
export const issueInput = z.object({
  host: z.string().min(1).max(253),
  nonce: z.string().regex(/^[0-9a-f]{64}$/),
  ...handoffPath,
});

/** A path without a page: its 404 is the network's own. */
const NOWHERE = "/session/none";

type Target = Extract<HostResolution, { kind: "platform" | "community" }>;

/** What a host's name stands for, written as hosts are compared: no port, no capitals, no trailing dot. */
function findTarget(host: string): Target | null {
  const resolved = resolveHost(host, readHostConfig());
  const isCanonical = parseHost(host)?.host === host;
  if (isCanonical && (resolved.kind === "platform" || resolved.kind === "community")) return resolved;
  return null;
}

/** The ref that the database knows a target by: slug, domain, or null for the staff's host. */
function refOf(target: Target): string | null {
  if (target.kind === "platform") return null;
  return target.via === "subdomain" ? target.slug : target.domain;
}

/**
 * No session there for this person: a community that does not exist, was renamed, or that they may not know of. Under
 * the root domain that host itself says so, the same for each; any other name might be anybody's: the network says it.
 */
function turnedAway(target: Target | null, host: string, path: string): Response {
  if (target?.kind === "community" && target.via === "subdomain") return seeOther(hostUrl(host, path));
  return seeOther(networkUrl(NOWHERE));
}

/**
 * Middle step, on the network host: who is signed in gets a one-time code for that host and that browser; who is not
 * signs in first and comes back here. Only a host of ours that the person may have a session on is ever a target.
 */
export async function issueHandoff(
  { viewer, requestId }: GuestContext,
  input: z.output<typeof issueInput>,
): Promise<Response> {
  const path = parseReturnPath(input.path);
  const target = findTarget(input.host);
  if (!target) return turnedAway(target, input.host, path);
  const here = handoffStep("issue", { ...input, path });
  if (!viewer) return seeOther(`/sign-in?${new URLSearchParams({ next: here })}`);
  const code = newSecret();
  const issued = await unwrapAs(
    z.boolean(),
    createDb({ scope: "server" }, requestId).rpc("issue_handoff", {
      p_user: viewer.id,
      p_auth_session: viewer.session_id,
      p_ref: refOf(target),
      p_host: input.host,
      p_code_hash: hashSecret(code),
      p_nonce_hash: input.nonce,
      p_path: path,
    }),
  );
  if (!issued) return turnedAway(target, input.host, path);
  return seeOther(hostUrl(input.host, handoffStep("finish", { code, path, again: input.again })));
}
