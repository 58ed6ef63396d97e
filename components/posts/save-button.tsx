"use client";

import { useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type MouseEvent, useActionState } from "react";
import { updateFeeds } from "@/components/feed/feed-cache";
import { ActionForm } from "@/components/forms/action-form";
import { buttonClasses } from "@/components/ui/button-classes";
import { Bookmark } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { savePostAction } from "@/lib/bookmarks/actions";
import { fetchJson } from "@/lib/http/fetch-json";
import type { PostSummary } from "@/lib/posts/schemas";
import { useToggle } from "./use-toggle";

interface SaveButtonProps {
  post: Pick<PostSummary, "id" | "saved">;
  /** Slug of the post's community where the list is the network's. */
  community?: string;
}

/** Keeps a post for later, or no longer. On the community's own host it works before scripts arrive. */
export function SaveButton({ post, community }: SaveButtonProps) {
  const t = useTranslations("feed");
  const client = useQueryClient();
  const { on: saved, toggle } = useToggle({
    initial: post.saved,
    send: async (on) => {
      await fetchJson(`/api/v1/posts/${post.id}/bookmark`, { method: on ? "PUT" : "DELETE", community });
    },
    onArrived: (on) => updateFeeds(client, post.id, (card) => ({ ...card, saved: on })),
    onFailed: (told) => toast.error(told ?? t("saveFailed")),
  });
  const [, formAction] = useActionState(savePostAction, null);
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    toggle();
  };
  const button = (
    <button
      type={community ? "button" : "submit"}
      data-key="save"
      aria-pressed={saved}
      aria-label={t("save")}
      title={t("save")}
      onClick={onClick}
      className={clsx(buttonClasses({ variant: "quiet", size: "sm" }), "px-2", saved && "text-accent")}
    >
      <Bookmark aria-hidden size={18} className={clsx(saved && "fill-current text-accent")} />
    </button>
  );
  if (community) return button;
  return (
    <ActionForm action={formAction}>
      <input type="hidden" name="id" value={post.id} />
      <input type="hidden" name="saved" value={saved ? "false" : "true"} />
      {button}
    </ActionForm>
  );
}
