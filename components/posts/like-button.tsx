"use client";

import clsx from "clsx";
import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, useActionState } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { likePostAction } from "@/lib/posts/actions";
import type { PostSummary } from "@/lib/posts/schemas";
import { useLike } from "./use-like";

interface LikeButtonProps {
  post: Pick<PostSummary, "id" | "liked" | "like_count">;
  /** Whether this person may like it; others see the number. */
  allowed: boolean;
  /** Slug of the post's community where the list is the network's. */
  community?: string;
}

/** Likes a post or takes it back. On the community's own host it works before scripts arrive. */
export function LikeButton({ post, allowed, community }: LikeButtonProps) {
  const t = useTranslations("feed");
  const { liked, count, toggle } = useLike(post, community);
  const [, formAction] = useActionState(likePostAction, null);
  if (!allowed) {
    return (
      <span className="inline-flex h-8 items-center gap-1.5 px-2 text-sm text-ink-muted">
        <Heart aria-hidden size={18} />
        <span data-figures aria-hidden>
          {count}
        </span>
        <span className="sr-only">{t("likes", { count })}</span>
      </span>
    );
  }
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    toggle();
  };
  const button = (
    <button
      type={community ? "button" : "submit"}
      aria-pressed={liked}
      onClick={onClick}
      className={clsx(
        buttonClasses({ variant: "quiet", size: "sm" }),
        "gap-1.5 px-2",
        liked && "text-accent",
      )}
    >
      <Heart aria-hidden size={18} className={clsx(liked && "fill-current text-accent")} />
      <span data-figures aria-hidden>
        {count}
      </span>
      <span className="sr-only">
        {t("like")}, {t("likes", { count })}
      </span>
    </button>
  );
  if (community) return button;
  return (
    <form action={formAction}>
      <input type="hidden" name="id" value={post.id} />
      <input type="hidden" name="liked" value={liked ? "false" : "true"} />
      {button}
    </form>
  );
}
