import type { CardPlace } from "@/components/feed/post-card";
import { CommunityChip } from "@/components/ui/community-chip";
import { withParam } from "@/lib/http/query";
import type { MyCommunity } from "@/lib/tenants/directory-schemas";

/** Whether the feed shows what is written there. */
export function isRead({ membership, status }: MyCommunity): boolean {
  return membership === "active" && status === "active";
}

/** What every card says of its community: mark, name and colour, and the way there. */
export function placesOf(communities: readonly MyCommunity[]): Record<string, CardPlace> {
  return Object.fromEntries(
    communities.map(({ id, slug, name, accent, locale, logo_path }) => [
      id,
      {
        slug,
        locale,
        chip: (
          <CommunityChip
            id={id}
            name={name}
            accent={accent}
            logo={logo_path}
            href={withParam("/feed", "c", slug)}
          />
        ),
      },
    ]),
  );
}
