import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { IslandMark } from "@/components/ui/island-mark";
import { LinkButton } from "@/components/ui/link-button";
import { accentStyle } from "@/lib/branding/accent";
import { goPath } from "@/lib/tenants/directory-rules";
import type { MyCommunity } from "@/lib/tenants/directory-schemas";
import { sortCommunities } from "@/lib/tenants/switcher-rules";

/** The communities one belongs to, each with the way out. */
export function MembershipList({ communities }: { communities: readonly MyCommunity[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {sortCommunities(communities).map((community) => (
        <Row key={community.id} community={community} />
      ))}
    </ul>
  );
}

function Row({ community }: { community: MyCommunity }) {
  const t = useTranslations("leaving");
  const network = useTranslations("network");
  const { id, logo_path, slug, name, locale, membership, role } = community;
  return (
    <li style={accentStyle(community.accent)} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <IslandMark id={id} logo={logo_path} size={36} />
      <div className="min-w-0 flex-1 basis-40">
        <a
          href={goPath(slug)}
          lang={locale}
          dir="auto"
          className="block font-medium [overflow-wrap:anywhere] [text-align:match-parent] hover:text-accent"
        >
          <bdi>{name}</bdi>
        </a>
        {membership === "active" ? (
          <p className="text-sm text-ink-muted">{network(`role.${role}`)}</p>
        ) : (
          <Badge tone="accent">{network(`membership.${membership}`)}</Badge>
        )}
      </div>
      {membership === "suspended" ? null : (
        <LinkButton href={`/account/communities/${slug}`} size="sm" aria-label={t("leaveNamed", { name })}>
          {t("leaveLink")}
        </LinkButton>
      )}
    </li>
  );
}
