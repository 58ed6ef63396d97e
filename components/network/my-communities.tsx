import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Layers, Plus } from "@/components/ui/icons";
import { IslandMark } from "@/components/ui/island-mark";
import { LinkButton } from "@/components/ui/link-button";
import { accentStyle } from "@/lib/branding/accent";
import { goPath } from "@/lib/tenants/directory-rules";
import type { MyCommunity } from "@/lib/tenants/directory-schemas";
import { sortCommunities } from "@/lib/tenants/switcher-rules";

/** The communities one belongs to, to go to or to read together. */
export function MyCommunities({ communities }: { communities: readonly MyCommunity[] }) {
  const t = useTranslations("network");
  const active = communities.some(({ membership }) => membership === "active");
  return (
    <section aria-labelledby="my-communities" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="my-communities" className="font-serif text-title font-medium tracking-title">
          {t("yourCommunities")}
        </h2>
        <div className="flex flex-wrap gap-2">
          {active ? (
            <LinkButton href="/feed" variant="primary" icon={<Layers aria-hidden size={18} />}>
              {t("readTogether")}
            </LinkButton>
          ) : null}
          <LinkButton href="/communities/new" icon={<Plus aria-hidden size={18} />}>
            {t("heroFound")}
          </LinkButton>
        </div>
      </div>
      {communities.length === 0 ? (
        <p className="text-ink-muted">{t("yourCommunitiesNone")}</p>
      ) : (
        <ul className="grid gap-x-6 border-t border-line sm:grid-cols-2 wide:grid-cols-3">
          {sortCommunities(communities).map((community) => (
            <Row key={community.id} community={community} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ community }: { community: MyCommunity }) {
  const t = useTranslations("network");
  const { membership, role } = community;
  return (
    <li
      style={accentStyle(community.accent)}
      className="relative flex items-center gap-3 border-b border-line py-3"
    >
      <IslandMark id={community.id} logo={community.logo_path} size={36} />
      <div className="min-w-0 flex-1">
        <a
          href={goPath(community.slug)}
          lang={community.locale}
          dir="auto"
          className="block truncate [text-align:match-parent] font-medium after:absolute after:inset-0 hover:text-accent"
        >
          <bdi>{community.name}</bdi>
        </a>
        {membership === "active" ? (
          <p className="text-sm text-ink-muted">{t(`role.${role}`)}</p>
        ) : (
          <Badge tone="accent">{t(`membership.${membership}`)}</Badge>
        )}
      </div>
    </li>
  );
}
