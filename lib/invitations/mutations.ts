import "server-only";
import type { MemberContext, ViewerContext } from "@/lib/actions/contexts";
import { hashSecret, newSecret } from "@/lib/auth/secrets";
import { AppError } from "@/lib/errors/app-error";
import { unwrap } from "@/lib/supabase/result";
import { networkUrl } from "@/lib/tenancy/links";
import { type BadLine, MOST_ADDRESSES, readAddresses } from "./addresses";
import type { NewLinkInput, PersonalLinksInput } from "./schemas";

/** A link, and until when it works (ISO 8601). Only here can it be read: the database keeps its hash. */
export interface NewLink {
  url: string;
  until: string;
}

/** A link for each address, and the lines that held none. */
export interface PersonalLinks {
  links: { email: string; url: string }[];
  bad: BadLine[];
  /** Null where no line held an address. */
  until: string | null;
}

// On the network's own host: there one signs in, and there a secret community can be shown to who was invited.
const linkOf = (code: string) => networkUrl(`/join/${code}`);

/** Makes a link for whoever gets it. Throws `forbidden` for a role above one's own. */
export async function createLink({ db, tenant }: MemberContext, input: NewLinkInput): Promise<NewLink> {
  const code = newSecret();
  const until = await unwrap(
    db.rpc("create_invitations", {
      p_tenant: tenant.id,
      p_code_hashes: [hashSecret(code)],
      p_role: input.role,
      p_max_uses: input.uses,
      p_days: input.days,
    }),
  );
  return { url: linkOf(code), until: String(until) };
}

/** Makes a link for each address of a list; an unused one of before ends. Lines without an address are named. */
export async function createPersonalLinks(
  { db, tenant }: MemberContext,
  input: PersonalLinksInput,
): Promise<PersonalLinks> {
  const { addresses, bad } = readAddresses(input.addresses);
  if (addresses.length > MOST_ADDRESSES)
    throw new AppError("invalid", "check_fields", { fields: { addresses: "addresses_many" } });
  if (addresses.length === 0) {
    if (bad.length > 0) return { links: [], bad, until: null };
    throw new AppError("invalid", "check_fields", { fields: { addresses: "required" } });
  }
  const made = addresses.map((email) => ({ email, code: newSecret() }));
  const until = await unwrap(
    db.rpc("create_invitations", {
      p_tenant: tenant.id,
      p_code_hashes: made.map(({ code }) => hashSecret(code)),
      p_email_hashes: made.map(({ email }) => hashSecret(`${tenant.id} ${email}`)),
      p_role: input.role,
      p_days: input.days,
    }),
  );
  return {
    links: made.map(({ email, code }) => ({ email, url: linkOf(code) })),
    bad,
    until: String(until),
  };
}

/** Ends a link. Repeating it changes nothing. */
export async function revokeInvitation({ db, tenant }: MemberContext, id: string): Promise<void> {
  await unwrap(db.rpc("revoke_invitation", { p_tenant: tenant.id, p_invitation: id }));
}

/**
 * Takes an invitation; who is a member already stays as they are. Gives the community's slug. Throws `not_found` with
 * reason `invitation` for a code that does not work, whatever the reason; `invalid` at the field `rules` where their
 * present version is not accepted.
 */
export async function acceptInvitation(
  { db }: ViewerContext,
  { code, rules }: { code: string; rules: number | null },
): Promise<string> {
  try {
    const slug = await unwrap(db.rpc("accept_invitation", { p_code_hash: hashSecret(code), p_rules: rules }));
    return String(slug);
  } catch (error) {
    if (error instanceof AppError && (error.reason === "rules_first" || error.reason === "rules_changed"))
      throw new AppError("invalid", "check_fields", { fields: { rules: error.reason } });
    throw error;
  }
}
