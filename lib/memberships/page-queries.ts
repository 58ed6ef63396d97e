import "server-only";
import { cache } from "react";
import { getRequestContext } from "@/lib/context/request-context";
import { type Cursor, encodeCursor, parseCursor } from "@/lib/feed/cursor";
import { excerpt } from "@/lib/markdown/excerpt";
import { summarisePost } from "@/lib/posts/rules";
import type { PostSummary } from "@/lib/posts/schemas";
import { unwrapAs } from "@/lib/supabase/result";
import {
  type MemberCommentRow,
  type MemberPart,
  memberCommentsSchema,
  memberPostsSchema,
  type SharedCommunity,
} from "./page-schemas";
import type { MemberCard } from "./schemas";

const PAGE_SIZE = 20;
const EXCERPT_LENGTH = 260;

/** A comment as the page of its author shows it: plain text instead of Markdown. */
export type MemberComment = Omit<MemberCommentRow, "lead" | "body_length"> & { excerpt: string };

/** A member with a page of what they wrote here and this viewer may read, newest first. */
export type PersonPage = { member: MemberCard; shared: SharedCommunity[]; next: string | null } & (
  | { part: "posts"; items: PostSummary[] }
  | { part: "comments"; items: MemberComment[] }
);

/** Where the next page begins; null on the last one. */
function nextAfter(rows: readonly { id: string; created_at: string }[]): string | null {
  const last = rows.at(-1);
  return last && rows.length >= PAGE_SIZE ? encodeCursor({ at: last.created_at, id: last.id }) : null;
}

function summariseComment({ lead, body_length, ...row }: MemberCommentRow): MemberComment {
  const text = excerpt(lead, EXCERPT_LENGTH);
  return { ...row, excerpt: body_length > lead.length && !text.endsWith("…") ? `${text}…` : text };
}

async function findPerson(
  userId: string,
  part: MemberPart,
  before: Cursor | null,
): Promise<PersonPage | null> {
  const { db, tenant } = await getRequestContext();
  if (!tenant) return null;
  const asked = db.rpc("member_page", {
    p_tenant: tenant.id,
    p_user: userId,
    p_part: part,
    p_before: before?.at ?? null,
    p_before_id: before?.id ?? null,
    p_limit: PAGE_SIZE,
  });
  if (part === "posts") {
    const found = await unwrapAs(memberPostsSchema, asked);
    if (!found) return null;
    const { member, shared, items } = found;
    return { member, shared, next: nextAfter(items), part, items: items.map(summarisePost) };
  }
  const found = await unwrapAs(memberCommentsSchema, asked);
  if (!found) return null;
  const { member, shared, items } = found;
  return { member, shared, next: nextAfter(items), part, items: items.map(summariseComment) };
}

/**
 * A member of the community of this request, for a page and its head: one call for both. Null for somebody who does
 * not belong here now and for whoever may not know. `before` is as the address has it.
 */
export const findPersonOnce = cache(
  async (userId: string, part: MemberPart, before: string): Promise<PersonPage | null> =>
    findPerson(userId, part, parseCursor(before)),
);
