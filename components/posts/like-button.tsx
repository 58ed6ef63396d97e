"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type MouseEvent, useActionState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { buttonClasses } from "@/components/ui/button-classes";
import { Count } from "@/components/ui/count";
import { Heart } from "@/components/ui/icons";
import { likePostAction } from "@/lib/posts/actions";
import type { PostSummary } from "@/lib/posts/schemas";
import { LikeCount } from "./like-count";
import { useLike } from "./use-like";

interface LikeButtonProps {
  post: Pick<PostSummary, "id" | "liked" | "like_count">;
  /** Whether this person may like it; others see the number. */
  allowed: boolean;
  /** Slug of the post's community where the list is the network's. */
  community?: string;
}

/** Who may like a post likes it here or takes that back; others see how many did. */
export function LikeButton({ allowed, ...rest }: LikeButtonProps) {
  return allowed ? <LikeToggle {...rest} /> : <LikeCount count={rest.post.like_count} />;
}

/** On the community's own host it works before scripts arrive. */
function LikeToggle({ post, community }: Omit<LikeButtonProps, "allowed">) {
  const t = useTranslations("feed");
  const { liked, count, toggle } = useLike(post, community);
  const [, formAction] = useActionState(likePostAction, null);
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    toggle();
  };
  const button = (
    <button
      type={community ? "button" : "submit"}
      data-key="like"
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
        <Count value={count} />
      </span>
      <span className="sr-only">{t("like", { count })}</span>
    </button>
  );
  if (community) return button;
  return (
    <ActionForm action={formAction}>
      <input type="hidden" name="id" value={post.id} />
      <input type="hidden" name="liked" value={liked ? "false" : "true"} />
      {button}
    </ActionForm>
  );
}
