import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { CommunityChip } from "@/components/ui/community-chip";
import { TabLinks } from "@/components/ui/tab-links";
import { INBOX_FILTERS } from "@/lib/inbox/filters";
import { type InboxPlace, inboxHref } from "@/lib/inbox/place";
import type { InboxCommunity } from "@/lib/inbox/schemas";

interface InboxFiltersProps {
  place: InboxPlace;
  communities: readonly InboxCommunity[];
}

/** Which part of the inbox is shown: what kind, and of which community. The choice stands in the address. */
export function InboxFilters({ place, communities }: InboxFiltersProps) {
  const t = useTranslations("inbox");
  const { filter, community } = place;
  const tabs = INBOX_FILTERS.map((one) => ({
    href: inboxHref({ filter: one, community }),
    label: t(`filters.${one}`),
    current: one === filter,
  }));
  return (
    <div className="mb-6 grid gap-4">
      <TabLinks label={t("filterKinds")} tabs={tabs} />
      {filter !== "journeys" && communities.length > 1 ? (
        <nav aria-label={t("filterCommunities")} className="-mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
          <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
            <li>
              <Chip href={inboxHref({ filter })} current={community === null}>
                {t("allCommunities")}
              </Chip>
            </li>
            {communities.map(({ id, slug, name, accent, logo_path, unread }) => (
              <li key={id} className="max-w-64">
                <CommunityChip
                  id={id}
                  name={name}
                  accent={accent}
                  logo={logo_path}
                  href={inboxHref({ filter, community: slug })}
                  current={slug === community}
                  count={unread > 0 ? Math.min(unread, 99) : undefined}
                />
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  );
}
