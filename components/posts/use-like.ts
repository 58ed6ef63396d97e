"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { updateFeeds } from "@/components/feed/feed-cache";
import { toast } from "@/components/ui/toast";
import { ApiProblem, fetchJson } from "@/lib/http/fetch-json";
import type { PostSummary } from "@/lib/posts/schemas";

type Liked = Pick<PostSummary, "id" | "liked" | "like_count">;

/**
 * A like that shows at once and is sent behind. Clicks that come while one is on its way are told the server as the
 * last of them left it; a like that does not arrive is taken back and said.
 */
export function useLike(post: Liked, community?: string) {
  const t = useTranslations("feed");
  const client = useQueryClient();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const latest = useRef(post.liked);
  const arrived = useRef(post.liked);
  const sending = useRef(false);

  const liked = wanted ?? post.liked;
  const count = post.like_count + (liked === post.liked ? 0 : liked ? 1 : -1);

  useEffect(() => {
    if (sending.current) return;
    latest.current = post.liked;
    arrived.current = post.liked;
    setWanted(null);
  }, [post.liked]);

  async function send(): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    try {
      while (arrived.current !== latest.current) {
        const next = latest.current;
        const method = next ? "PUT" : "DELETE";
        await fetchJson(`/api/v1/posts/${post.id}/like`, { method, community });
        arrived.current = next;
      }
      updateFeeds(client, post.id, (card) => withLike(card, arrived.current));
    } catch (problem) {
      latest.current = arrived.current;
      setWanted(arrived.current);
      const isTold = problem instanceof ApiProblem && problem.code === "conflict";
      toast.error(isTold ? problem.message : t("likeFailed"));
    } finally {
      sending.current = false;
    }
  }

  function toggle(): void {
    latest.current = !liked;
    setWanted(!liked);
    void send();
  }

  return { liked, count, toggle };
}

function withLike(card: PostSummary, liked: boolean): PostSummary {
  if (card.liked === liked) return card;
  return { ...card, liked, like_count: card.like_count + (liked ? 1 : -1) };
}
