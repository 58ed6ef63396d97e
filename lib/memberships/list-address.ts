import { ROLES, type Role } from "@/lib/auth/roles";
import { type Cursor, encodeCursor, parseCursor } from "@/lib/feed/cursor";

const QUERY_MAX = 80;

/** What part of the members somebody looks at: the whole address of such a list. */
export interface MemberListPlace {
  /** A part of a name, "" for all. */
  q: string;
  /** False for those who were suspended or removed. */
  active: boolean;
  /** The only role to show, null for all. */
  role: Role | null;
  after: Cursor | null;
}

type Query = Record<string, string | string[] | undefined>;

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** Reads the query of the page; what it does not know is the beginning of the list. */
export function readMemberListPlace(query: Query): MemberListPlace {
  const q = [...first(query.q).toWellFormed().replaceAll("\0", "").trim()].slice(0, QUERY_MAX).join("");
  const wanted = first(query.role);
  return {
    q,
    active: first(query.show) !== "inactive",
    role: ROLES.find((role) => role === wanted) ?? null,
    after: parseCursor(first(query.after)),
  };
}

/** The address of a part of the list. */
export function memberListHref({ q, active, role, after }: Partial<MemberListPlace>): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (active === false) query.set("show", "inactive");
  if (role) query.set("role", role);
  if (after) query.set("after", encodeCursor(after));
  return query.size ? `/members?${query}` : "/members";
}
