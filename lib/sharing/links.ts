import type { PostSummary } from "@/lib/posts/schemas";

type Sharable = Pick<PostSummary, "id" | "mine" | "visibility" | "shared">;

/**
 * The page on the network's host where a post is shared on, or null where that cannot be: it is not for everybody in its
 * community, or came from elsewhere without leave to hand it on.
 * @param network origin of the network's host
 * @param home slug of the post's home, where it is read at home
 */
export function shareHref(network: string, post: Sharable, home: string): string | null {
  if (post.visibility !== "public" && post.visibility !== "members") return null;
  const { shared } = post;
  if (shared && !post.mine && shared.scope !== "reshare") return null;
  const query = new URLSearchParams({ from: shared?.home.slug ?? home, post: post.id });
  if (shared && !post.mine) query.set("via", shared.id);
  return `${network}/share?${query}`;
}
