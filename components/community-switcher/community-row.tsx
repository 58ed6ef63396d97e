import clsx from "clsx";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { Check } from "@/components/ui/icons";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import { goPath } from "@/lib/tenants/directory-rules";
import type { MyCommunity } from "@/lib/tenants/directory-schemas";

interface CommunityRowProps {
  community: MyCommunity;
  /** Origin of the network host. */
  network: string;
  current: boolean;
}

/** One community to go to. Another host answers, so it is a plain link through the hand-off. */
export const CommunityRow = memo(function CommunityRow({ community, network, current }: CommunityRowProps) {
  const t = useTranslations("switcher");
  return (
    <li>
      <a
        href={`${network}${goPath(community.slug)}`}
        aria-current={current ? "true" : undefined}
        className={clsx(
          "flex min-h-11 items-center gap-3 rounded-[6px] px-2 py-1 hover:bg-accent-soft focus-visible:bg-accent-soft focus-visible:-outline-offset-2",
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
    </li>
  );
});

function Marks({ community }: { community: MyCommunity }) {
  const t = useTranslations("switcher");
  const { membership, role, status } = community;
  if (status !== "active") return <Badge tone="warn">{t("paused")}</Badge>;
  if (membership === "active") return role === "member" ? null : <Badge>{t(`role.${role}`)}</Badge>;
  return membership === "removed" ? null : <Badge tone="accent">{t(`membership.${membership}`)}</Badge>;
}
