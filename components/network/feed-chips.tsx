import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { CommunityChip } from "@/components/ui/community-chip";
import { toggleSlug } from "@/lib/feed/unified-rules";
import type { MyCommunity } from "@/lib/tenants/directory-schemas";

interface FeedChipsProps {
  communities: readonly MyCommunity[];
  /** Slugs of the chosen ones; none means all. */
  chosen: readonly string[];
}

/** Which communities the feed shows. Each chip adds one or leaves it out; the choice stands in the address. */
export function FeedChips({ communities, chosen }: FeedChipsProps) {
  const t = useTranslations("network");
  return (
    <nav aria-label={t("feedFilter")} className="-mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
      <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
        <li>
          <Chip href="/feed" current={chosen.length === 0}>
            {t("feedAll")}
          </Chip>
        </li>
        {communities.map((community) => (
          <li key={community.id} lang={community.locale} className="max-w-64">
            <CommunityChip
              id={community.id}
              name={community.name}
              accent={community.accent}
              logo={community.logo_path}
              href={toggleSlug(chosen, community.slug)}
              current={chosen.includes(community.slug)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}
