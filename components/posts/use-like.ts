"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { updateFeeds } from "@/components/feed/feed-cache";
import { toast } from "@/components/ui/toast";
import { fetchJson } from "@/lib/http/fetch-json";
import type { PostSummary } from "@/lib/posts/schemas";
import { useToggle } from "./use-toggle";

type Liked = Pick<PostSummary, "id" | "liked" | "like_count">;

/** A like that shows at once; one that does not arrive is taken back and said. */
export function useLike(post: Liked, community?: string) {
  const t = useTranslations("feed");
  const client = useQueryClient();
  const { on: liked, toggle } = useToggle({
    initial: post.liked,
    send: async (on) => {
      await fetchJson(`/api/v1/posts/${post.id}/like`, { method: on ? "PUT" : "DELETE", community });
    },
    onArrived: (on) => updateFeeds(client, post.id, (card) => withLike(card, on)),
    onFailed: (told) => toast.error(told ?? t("likeFailed")),
  });
  const count = post.like_count + (liked === post.liked ? 0 : liked ? 1 : -1);
  return { liked, count, toggle };
}

function withLike(card: PostSummary, liked: boolean): PostSummary {
  if (card.liked === liked) return card;
  return { ...card, liked, like_count: card.like_count + (liked ? 1 : -1) };
}
