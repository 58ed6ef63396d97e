import type { PostSummary } from "@/lib/posts/schemas";
import type { FeedPage } from "./schemas";

/** All posts of the loaded pages in order, each once, although new ones may have pushed others onto a later page. */
export function listPosts(pages: readonly FeedPage[]): PostSummary[] {
  const seen = new Map<string, PostSummary>();
  for (const page of pages) {
    for (const post of page.items) {
      const key = `${post.tenant_id}:${post.id}`;
      if (!seen.has(key)) seen.set(key, post);
    }
  }
  return [...seen.values()];
}

/**
 * Puts a newer first page before what is loaded already. Where the two do not meet, posts between them would be
 * missing: then the new page is all there is.
 */
export function mergeFirstPage(pages: readonly FeedPage[], fresh: FeedPage): FeedPage[] {
  const [first, ...rest] = pages;
  if (!first) return [fresh];
  const known = new Set(first.items.map((post) => post.id));
  const oldest = fresh.items.at(-1);
  if (!oldest || fresh.next === null || !known.has(oldest.id)) return [fresh];
  // What the fresh page reaches down to is told by it alone, so that a removed post does not stay.
  const below = first.items.slice(first.items.findIndex((post) => post.id === oldest.id) + 1);
  return [fresh, { items: below, next: first.next }, ...rest];
}

/** The same pages with one post changed, or taken out where `change` gives null. */
export function changePost(
  pages: readonly FeedPage[],
  postId: string,
  change: (post: PostSummary) => PostSummary | null,
): FeedPage[] {
  return pages.map((page) => ({
    ...page,
    items: page.items.flatMap((post) => {
      if (post.id !== postId) return [post];
      const changed = change(post);
      return changed ? [changed] : [];
    }),
  }));
}
