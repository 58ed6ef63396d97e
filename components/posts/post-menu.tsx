"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { updateFeeds } from "@/components/feed/feed-cache";
import { useTenant } from "@/components/providers/tenant-provider";
import { Link2, Pencil, Pin, PinOff, Share2, Trash2 } from "@/components/ui/icons";
import { MenuContent, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { MenuButton } from "@/components/ui/menu-button";
import { toast } from "@/components/ui/toast";
import { canInTenant } from "@/lib/auth/permissions";
import { pinPostAction } from "@/lib/posts/actions";
import type { PostSummary } from "@/lib/posts/schemas";
import { type PostPlace, postHref, sharedHref } from "./post-link";
import { RemovePostDialog } from "./remove-post-dialog";
import { TakeOutDialog } from "./take-out-dialog";
import { useShareHref } from "./use-share-href";

interface PostMenuProps {
  post: Pick<PostSummary, "id" | "mine" | "pinned" | "author" | "visibility" | "shared">;
  place?: PostPlace;
  /** Where to go once the post one is reading is gone. */
  leaveTo?: string;
}

const ICON = { "aria-hidden": true, size: 18 } as const;

/** What one may do with a post. In a list of several communities that is: take its link, and share it. */
export function PostMenu(props: PostMenuProps) {
  const t = useTranslations("feed");
  return (
    <MenuButton label={t("menu")}>
      <PostMenuPanel {...props} />
    </MenuButton>
  );
}

function PostMenuPanel({ post, place, leaveTo }: PostMenuProps) {
  const t = useTranslations("feed");
  const router = useRouter();
  const client = useQueryClient();
  const role = useTenant()?.role ?? null;
  const [removing, setRemoving] = useState(false);
  const member = role !== null && place === undefined && !post.shared;
  const share = useShareHref()(post, place);
  const href = post.shared ? sharedHref(post.shared.id, place) : postHref(post.id, place);
  const may = (permission: "post.pin" | "share.review") =>
    role !== null && canInTenant({ signedIn: true, membership: { role, status: "active" } }, permission);
  const moderator = member && may("post.pin");
  const guest = place === undefined && may("share.review") ? post.shared : null;

  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(new URL(href, window.location.origin).href);
      toast.success(t("linkCopied"));
    } catch {
      toast.error(t("copyFailed"));
    }
  };
  const togglePin = async () => {
    const answer = await pinPostAction({ id: post.id, pinned: !post.pinned });
    if (!answer.ok) {
      toast.error(answer.error.message);
      return;
    }
    toast.success(t(post.pinned ? "unpinnedNow" : "pinnedNow"));
    updateFeeds(client, post.id, (card) => ({ ...card, pinned: !post.pinned }));
  };
  const onRemoved = () => {
    updateFeeds(client, post.id, () => null);
    if (leaveTo) router.push(leaveTo);
    router.refresh();
  };

  return (
    <>
      <MenuContent>
        <MenuItem icon={<Link2 {...ICON} />} onSelect={copyLink}>
          {t("copyLink")}
        </MenuItem>
        {share ? (
          <MenuLink icon={<Share2 {...ICON} />} href={share}>
            {t("share")}
          </MenuLink>
        ) : null}
        {moderator ? (
          <MenuItem icon={post.pinned ? <PinOff {...ICON} /> : <Pin {...ICON} />} onSelect={togglePin}>
            {t(post.pinned ? "unpin" : "pin")}
          </MenuItem>
        ) : null}
        {member && post.mine ? (
          <MenuLink icon={<Pencil {...ICON} />} href={`/p/${post.id}/edit`}>
            {t("edit")}
          </MenuLink>
        ) : null}
        {moderator || guest || (member && post.mine) ? (
          <>
            <MenuSeparator />
            <MenuItem danger icon={<Trash2 {...ICON} />} onSelect={() => setRemoving(true)}>
              {t(guest ? "takeOut" : "remove")}
            </MenuItem>
          </>
        ) : null}
      </MenuContent>
      {guest ? (
        <TakeOutDialog share={guest.id} open={removing} onOpenChange={setRemoving} onTakenOut={onRemoved} />
      ) : (
        <RemovePostDialog post={post} open={removing} onOpenChange={setRemoving} onRemoved={onRemoved} />
      )}
    </>
  );
}
