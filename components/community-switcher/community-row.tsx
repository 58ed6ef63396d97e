import clsx from "clsx";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { BellOff, Check, type Icon as IconType, Pin } from "@/components/ui/icons";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import { goPath } from "@/lib/tenants/directory-rules";
import type { SwitcherCommunity } from "@/lib/tenants/directory-schemas";
import { unreadText } from "@/lib/tenants/switcher-rules";

interface CommunityRowProps {
  community: SwitcherCommunity;
  /** Origin of the network host. */
  network: string;
  current: boolean;
}

/** One community to go to. Another host answers, so it is a plain link through the hand-off. */
export const CommunityRow = memo(function CommunityRow({ community, network, current }: CommunityRowProps) {
  const t = useTranslations("switcher");
  const href = `${network}${goPath(community.slug)}`;
  return (
    <a
      href={href}
      data-place
      aria-current={current ? "true" : undefined}
      className={clsx(
        "flex min-h-11 min-w-0 items-center gap-3 rounded-[6px] px-2 py-1 hover:bg-accent-soft focus-visible:bg-accent-soft focus-visible:-outline-offset-2",
        current && "bg-accent-soft",
      )}
    >
      <IslandMark
        id={community.id}
        logo={community.logo_path}
        origin={network}
        style={accentStyle(community.accent)}
        size={30}
      />
      <span
        lang={community.locale}
        dir="auto"
        className="min-w-0 flex-1 truncate [text-align:match-parent] font-medium"
      >
        <bdi>{community.name}</bdi>
      </span>
      <Marks community={community} />
      {current ? (
        <>
          <Check aria-hidden size={18} className="text-accent" />
          <span className="sr-only">{t("current")}</span>
        </>
      ) : null}
    </a>
  );
});

function Marks({ community }: { community: SwitcherCommunity }) {
  const t = useTranslations("switcher");
  const { membership, role, status, pinned } = community;
  if (status !== "active") return <Badge tone="warn">{t("paused")}</Badge>;
  if (membership !== "active") {
    return membership === "removed" ? null : <Badge tone="accent">{t(`membership.${membership}`)}</Badge>;
  }
  return (
    <>
      {role === "member" ? null : <Badge>{t(`role.${role}`)}</Badge>}
      {pinned === null ? null : <Mark icon={Pin} says={t("isPinned")} />}
      <Muted community={community} />
      <Mentions mentions={community.mentions} />
      <Unread unread={community.unread} />
    </>
  );
}

function Muted({ community: { muted_until, silent_until } }: { community: SwitcherCommunity }) {
  const t = useTranslations("switcher");
  if (muted_until === null && silent_until === null) return null;
  const says = silent_until === null ? "isMuted" : muted_until === null ? "isSilent" : "isMutedWhole";
  return <Mark icon={BellOff} says={t(says)} />;
}

function Mark({ icon: Icon, says }: { icon: IconType; says: string }) {
  return (
    <>
      <Icon aria-hidden size={16} className="shrink-0 text-ink-muted" />
      <span className="sr-only">{says}</span>
    </>
  );
}

function Mentions({ mentions }: { mentions: number | null }) {
  const t = useTranslations("switcher");
  if (!mentions) return null;
  return (
    <>
      <span
        aria-hidden
        data-figures
        className="rounded-full bg-accent px-1.5 text-sm font-semibold text-accent-ink"
      >
        @{unreadText(mentions)}
      </span>
      <span className="sr-only">{t("mentions", { count: mentions })}</span>
    </>
  );
}

/** What one has not seen there; a dash where that is not known, nothing where there is nothing. */
function Unread({ unread }: { unread: number | null }) {
  const t = useTranslations("switcher");
  const text = unreadText(unread);
  if (text === null) return <span className="min-w-7" />;
  return (
    <>
      <span
        aria-hidden
        data-figures
        className={clsx(
          "min-w-7 text-end text-sm",
          unread === null ? "text-ink-muted" : "font-semibold text-accent",
        )}
      >
        {text}
      </span>
      <span className="sr-only">{unread === null ? t("unreadUnknown") : t("unread", { count: unread })}</span>
    </>
  );
}
