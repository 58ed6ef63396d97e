import "server-only";
import { z } from "zod";
import { getRequestContext } from "@/lib/context/request-context";
import { readHostConfig } from "@/lib/env/hosts";
import { AppError } from "@/lib/errors/app-error";
import { createDb } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { resolveHost } from "@/lib/tenancy/resolve-host";
import { handoffPath, handoffStep, hostUrl, seeOther } from "./handoff";
import { hashSecret, newSecret } from "./secrets";

/** Query of `/session/issue`: the host that wants a session, the hash of its nonce, where to land there. */
export const issueInput = z.object({
  host: z.string().min(1).max(253),
  nonce: z.string().regex(/^[0-9a-f]{64}$/),
  ...handoffPath,
});

/** The ref that a host's name stands for: slug, domain, or null for the staff's host. */
function refOf(host: string): string | null {
  const resolved = resolveHost(host, readHostConfig());
  if (resolved.kind === "platform") return null;
  if (resolved.kind === "community") return resolved.via === "subdomain" ? resolved.slug : resolved.domain;
  throw new AppError("not_found", "missing");
}

/**
 * Middle step, on the network host: who is signed in gets a one-time code for that host and that browser; who is not
 * signs in first and comes back here. Only a host of ours that the person may have a session on is ever a target.
 */
export async function issueHandoff(input: z.output<typeof issueInput>): Promise<Response> {
  const { viewer, expired, requestId } = await getRequestContext();
  const here = handoffStep("issue", input);
  if (expired) return seeOther(`/session/refresh?${new URLSearchParams({ next: here })}`);
  if (!viewer) return seeOther(`/sign-in?${new URLSearchParams({ next: here })}`);
  const code = newSecret();
  const issued = await unwrapAs(
    z.boolean(),
    createDb({ scope: "server" }, requestId).rpc("issue_handoff", {
      p_user: viewer.id,
      p_auth_session: viewer.session_id,
      p_ref: refOf(input.host),
      p_host: input.host,
      p_code_hash: hashSecret(code),
      p_nonce_hash: input.nonce,
      p_path: input.path,
    }),
  );
  if (!issued) throw new AppError("not_found", "missing");
  return seeOther(hostUrl(input.host, handoffStep("finish", { code, path: input.path, again: input.again })));
}
