import { JOIN_POLICIES } from "./choices";

/** Orders of the directory: most members, newest, by name. */
export const DIRECTORY_SORTS = ["members", "new", "name"] as const;
export type DirectorySort = (typeof DIRECTORY_SORTS)[number];

/** How much of a listed community everybody may read. */
export const LISTED_PRIVACIES = ["public", "private"] as const;
export type ListedPrivacy = (typeof LISTED_PRIVACIES)[number];

type JoinPolicy = (typeof JOIN_POLICIES)[number];

/** Where a page of the directory ended: what its last community is sorted by, and its id. */
export interface DirectoryCursor {
  at: string;
  id: string;
}

/** A part of the directory: the whole address of such a list. Null and "" leave nothing out. */
export interface DirectoryPlace {
  /** A part of a name, a tagline or an address; at most 80 characters. */
  q: string;
  sort: DirectorySort;
  /** A language without its region: `pt` for `pt-BR`. */
  language: string | null;
  join: JoinPolicy | null;
  privacy: ListedPrivacy | null;
  after: DirectoryCursor | null;
}

export const WHOLE_DIRECTORY: DirectoryPlace = {
  q: "",
  sort: "members",
  language: null,
  join: null,
  privacy: null,
  after: null,
};

const QUERY_MAX = 80;
const LANGUAGE = /^[a-z]{2,3}$/;
const CURSOR = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(.{1,160})$/su;
const AT = {
  members: /^\d{1,9}$/,
  new: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$/,
  name: /^[^\0]+$/,
} as const satisfies Record<DirectorySort, RegExp>;

/** Writes a cursor as text for an address. */
export function encodeDirectoryCursor({ at, id }: DirectoryCursor): string {
  return `${id}_${at}`;
}

/** Reads a cursor of this order again; null for anything else. */
export function parseDirectoryCursor(text: string, sort: DirectorySort): DirectoryCursor | null {
  const [, id, at] = CURSOR.exec(text.toWellFormed()) ?? [];
  return id !== undefined && at !== undefined && AT[sort].test(at) ? { at, id } : null;
}

type Query = Record<string, string | string[] | undefined>;

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

function oneOf<T extends string>(values: readonly T[], value: string): T | null {
  return values.find((known) => known === value) ?? null;
}

/** Reads the query of a page; what it does not know leaves nothing out. */
export function readDirectoryPlace(query: Query): DirectoryPlace {
  const q = [...first(query.q).toWellFormed().replaceAll("\0", "").trim()]
    .slice(0, QUERY_MAX)
    .join("")
    .trim();
  const sort = oneOf(DIRECTORY_SORTS, first(query.sort)) ?? "members";
  const language = first(query.language);
  return {
    q,
    sort,
    language: LANGUAGE.test(language) ? language : null,
    join: oneOf(JOIN_POLICIES, first(query.join)),
    privacy: oneOf(LISTED_PRIVACIES, first(query.privacy)),
    after: parseDirectoryCursor(first(query.after), sort),
  };
}

/** What stands in the query of a part of the directory. */
export function directoryParams(place: DirectoryPlace): [name: string, value: string][] {
  const { q, sort, language, join, privacy, after } = place;
  const params: [string, string | null][] = [
    ["q", q],
    ["sort", sort === "members" ? null : sort],
    ["language", language],
    ["join", join],
    ["privacy", privacy],
    ["after", after && encodeDirectoryCursor(after)],
  ];
  return params.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** The address of a part of the directory. */
export function directoryHref(place: DirectoryPlace): string {
  const query = new URLSearchParams(directoryParams(place));
  return query.size ? `/communities?${query}` : "/communities";
}

/** Whether something was asked for that can be taken off again. */
export function isNarrowedDirectory({ q, language, join, privacy }: DirectoryPlace): boolean {
  return q !== "" || language !== null || join !== null || privacy !== null;
}
