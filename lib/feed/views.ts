import { isUuid } from "@/lib/ids/uuid";
import { POST_TYPES, type PostType, TAG_MAX } from "@/lib/posts/limits";

/** The orders of a community's feed: newest, latest answer, and the most liked and answered of a time. */
export const FEED_SORTS = ["new", "active", "day", "week", "month"] as const;
export type FeedSort = (typeof FEED_SORTS)[number];

/** Times over which one may ask for the most liked and answered. */
export const TOP_SORTS = ["day", "week", "month"] as const;
export type TopSort = (typeof TOP_SORTS)[number];

/** What part of a community's feed somebody looks at, in which order: the whole address of such a list. */
export interface FeedView {
  /** Null where the address does not say: the person's own choice, else newest first. */
  sort: FeedSort | null;
  type: PostType | null;
  tag: string | null;
  /** Id of one of one's groups. */
  group: string | null;
  /** Only what one wrote oneself: always newest first. */
  mine: boolean;
}

export const WHOLE_FEED: FeedView = { sort: null, type: null, tag: null, group: null, mine: false };

type Query = Record<string, string | string[] | undefined>;

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

function readTag(value: string): string | null {
  const tag = value.toWellFormed().replaceAll("\0", "").trim();
  return tag === "" || [...tag].length > TAG_MAX ? null : tag;
}

/** Reads the query of a page; what it does not know is left out. */
export function readFeedView(query: Query): FeedView {
  const [sort, type, group] = [first(query.sort), first(query.type), first(query.group)];
  return {
    sort: FEED_SORTS.find((known) => known === sort) ?? null,
    type: POST_TYPES.find((known) => known === type) ?? null,
    tag: readTag(first(query.tag)),
    group: isUuid(group) ? group : null,
    mine: first(query.by) === "me",
  };
}

function queryOf({ sort, type, tag, group, mine }: FeedView): string {
  const query = new URLSearchParams();
  if (sort) query.set("sort", sort);
  if (type) query.set("type", type);
  if (tag) query.set("tag", tag);
  if (group) query.set("group", group);
  if (mine) query.set("by", "me");
  return query.size > 0 ? `?${query}` : "";
}

/** The address of a view on its community's host. */
export function feedHref(view: FeedView): string {
  return `/${queryOf(view)}`;
}

/** Where later pages of a view are fetched; its sort must be known. */
export function feedEndpoint(view: FeedView & { sort: FeedSort }): string {
  return `/api/v1/feed${queryOf(view)}`;
}

/** Whether the view leaves posts out. */
export function isNarrowed({ type, tag, group, mine }: FeedView): boolean {
  return type !== null || tag !== null || group !== null || mine;
}

export function isTopSort(sort: FeedSort): sort is TopSort {
  return TOP_SORTS.some((top) => top === sort);
}

const TAGS_OFFERED = 8;

/** The tags that stand most often on these posts, as they are written first: what one may narrow a feed to. */
export function tagsOf(posts: readonly { tags: readonly string[] }[]): string[] {
  const found = new Map<string, { tag: string; count: number }>();
  for (const tag of posts.flatMap((post) => post.tags)) {
    const key = tag.toLowerCase();
    found.set(key, { tag: found.get(key)?.tag ?? tag, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, TAGS_OFFERED)
    .map(({ tag }) => tag);
}
