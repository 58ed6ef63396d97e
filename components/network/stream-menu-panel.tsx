"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCardPost } from "@/components/feed/card-post";
import { postHref, sharedHref } from "@/components/posts/post-link";
import { useShareHref } from "@/components/posts/use-share-href";
import { Bell, BellOff, CircleQuestionMark, Link2, Share2 } from "@/components/ui/icons";
import { MenuContent, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { MUTE_SPANS, type MuteSpan } from "@/lib/feed/mutes";
import type { muteAction } from "@/lib/feed/unified-actions";
import { inboxHref } from "@/lib/inbox/place";
import { WhyDialog } from "./why-dialog";

export interface StreamMenuPanelProps {
  community: { id: string; slug: string; name: string };
  mute: typeof muteAction;
}

const ICON = { "aria-hidden": true, size: 18 } as const;

/** The menu of {@link StreamMenu}: fetched when the first one is opened. */
export function StreamMenuPanel({ community, mute }: StreamMenuPanelProps) {
  const t = useTranslations("streams");
  const feed = useTranslations("feed");
  const post = useCardPost();
  const [asking, setAsking] = useState(false);
  const place = { slug: community.slug, locale: "" };
  const href = post.shared ? sharedHref(post.shared.id, place) : postHref(post.id, place);
  const share = useShareHref()(post, place);
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(new URL(href, window.location.origin).href);
      toast.success(feed("linkCopied"));
    } catch {
      toast.error(feed("copyFailed"));
    }
  };
  const muteFor = async (span: MuteSpan) => {
    const answer = await mute({ tenant: community.id, span });
    if (answer.ok) toast.success(t("mutedNow", { community: community.name }));
    else toast.error(answer.error.message);
  };
  return (
    <>
      <MenuContent>
        <MenuItem icon={<CircleQuestionMark {...ICON} />} onSelect={() => setAsking(true)}>
          {t("why")}
        </MenuItem>
        <MenuItem icon={<Link2 {...ICON} />} onSelect={copyLink}>
          {feed("copyLink")}
        </MenuItem>
        {share ? (
          <MenuLink icon={<Share2 {...ICON} />} href={share}>
            {feed("share")}
          </MenuLink>
        ) : null}
        <MenuSeparator />
        <MenuLabel>{t("muteCommunity", { community: community.name })}</MenuLabel>
        {MUTE_SPANS.map((span) => (
          <MenuItem key={span} icon={<BellOff {...ICON} />} onSelect={() => void muteFor(span)}>
            {t(`span.${span}`)}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuLink icon={<Bell {...ICON} />} href={inboxHref({ community: community.slug })}>
          {t("notices")}
        </MenuLink>
      </MenuContent>
      <WhyDialog post={post} open={asking} onOpenChange={setAsking} />
    </>
  );
}
