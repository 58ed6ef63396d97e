import { ROLES, type Role } from "@/lib/auth/roles";
import { type Cursor, encodeCursor, parseCursor } from "@/lib/feed/cursor";

const QUERY_MAX = 80;

/** The orders of the list: by when somebody joined, or by name. */
export type MemberSort = "new" | "name";

/** What part of the members somebody looks at: the whole address of such a list. */
export interface MemberListPlace {
  /** A part of a name, "" for all. */
  q: string;
  /** False for those who were suspended or removed. */
  active: boolean;
  /** The only role to show, null for all. */
  role: Role | null;
  /** A skill or interest, folded; null for all. */
  tag: string | null;
  /** A city, folded; null for all. */
  city: string | null;
  sort: MemberSort;
  /** The letter that a list by name begins at; null for its beginning. */
  letter: string | null;
  after: Cursor | null;
}

/** The whole list, from its beginning. */
export const WHOLE_LIST: MemberListPlace = {
  q: "",
  active: true,
  role: null,
  tag: null,
  city: null,
  sort: "new",
  letter: null,
  after: null,
};

type Query = Record<string, string | string[] | undefined>;

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

function line(value: string | string[] | undefined, max = QUERY_MAX): string {
  return [...first(value).toWellFormed().replaceAll("\0", "").trim()].slice(0, max).join("");
}

/** Reads the query of the page; what it does not know is the beginning of the list. */
export function readMemberListPlace(query: Query): MemberListPlace {
  const active = first(query.show) !== "inactive";
  const wanted = first(query.role);
  const letter = line(query.letter, 1) || null;
  const byName = active && (first(query.sort) === "name" || letter !== null);
  return {
    q: line(query.q),
    active,
    role: ROLES.find((role) => role === wanted) ?? null,
    tag: (active && line(query.tag)) || null,
    city: (active && line(query.city)) || null,
    sort: byName ? "name" : "new",
    letter: byName ? letter : null,
    after: parseCursor(first(query.after)),
  };
}

/** The address of a part of the list. */
export function memberListHref(place: Partial<MemberListPlace>): string {
  const { q, active, role, tag, city, sort, letter, after } = place;
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (active === false) query.set("show", "inactive");
  if (role) query.set("role", role);
  if (tag) query.set("tag", tag);
  if (city) query.set("city", city);
  if (letter) query.set("letter", letter);
  else if (sort === "name") query.set("sort", sort);
  if (after) query.set("after", encodeCursor(after));
  return query.size ? `/members?${query}` : "/members";
}

/** Whether anything narrows the list. */
export function isNarrowed({ q, role, tag, city }: MemberListPlace): boolean {
  return q !== "" || role !== null || tag !== null || city !== null;
}
