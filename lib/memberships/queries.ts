import "server-only";
import type { TenantPageContext } from "@/lib/context/pages";
import { AppError } from "@/lib/errors/app-error";
import { unwrapAs } from "@/lib/supabase/result";
import { type MemberListPlace, WHOLE_LIST } from "./list-address";
import { type FoundMembers, type MemberPage, membersAnswerSchema } from "./schemas";

const PAGE_SIZE = 30;
const FOUND_MOST = 8;

/**
 * One page of a community's members with what it can be narrowed to; on the first page of all moderators also get the
 * requests that wait. One call. Throws `forbidden` for who may not see it.
 */
export async function getMembers(
  { db, tenant }: Pick<TenantPageContext, "db" | "tenant">,
  place: MemberListPlace,
): Promise<MemberPage> {
  return listMembers({ db, tenant }, place, { p_limit: PAGE_SIZE, p_choices: true });
}

async function listMembers(
  { db, tenant }: Pick<TenantPageContext, "db" | "tenant">,
  { q, active, role, tag, city, sort, letter, after }: MemberListPlace,
  asked: { p_limit: number; p_choices?: boolean },
): Promise<MemberPage> {
  const answer = await unwrapAs(
    membersAnswerSchema.nullable(),
    db.rpc("list_members", {
      p_tenant: tenant.id,
      p_query: q,
      p_after_joined: after?.at ?? null,
      p_after_id: after?.id ?? null,
      p_active: active,
      p_role: role,
      p_tag: tag,
      p_city: city,
      p_sort: sort,
      p_letter: letter,
      ...asked,
    }),
  );
  if (!answer) throw new AppError("forbidden", "not_allowed");
  return answer;
}

/** A few members whose name holds a text, for somebody who looks for one. Throws `forbidden` as {@link getMembers}. */
export async function findMembersByName(
  context: Pick<TenantPageContext, "db" | "tenant">,
  q: string,
): Promise<FoundMembers> {
  const { items } = await listMembers(context, { ...WHOLE_LIST, q }, { p_limit: FOUND_MOST });
  return { members: items.map(({ id, name, role }) => ({ id, name, role })) };
}
