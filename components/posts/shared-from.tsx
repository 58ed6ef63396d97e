import { useTranslations } from "next-intl";
import { Share2 } from "@/components/ui/icons";
import type { ShareBadge } from "@/lib/sharing/schemas";

/** Where a post is at home, and who brought it here. */
export function SharedFrom({ badge }: { badge: ShareBadge }) {
  const t = useTranslations("feed");
  const community = badge.home.name;
  return (
    <p className="inline-flex min-w-0 items-center gap-1.5 text-sm text-ink-muted">
      <Share2 aria-hidden size={16} className="shrink-0" />
      <span className="[overflow-wrap:anywhere]">
        {badge.by ? t("sharedBy", { community, name: badge.by }) : t("sharedFrom", { community })}
      </span>
    </p>
  );
}
