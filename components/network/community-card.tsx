import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DoorOpen, Lock, Mail, UsersRound } from "@/components/ui/icons";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import { languageName } from "@/lib/i18n/languages";
import { directionOf } from "@/lib/i18n/locales";
import type { DirectoryItem } from "@/lib/tenants/directory-schemas";

const POLICY_ICONS = { open: DoorOpen, request: Mail, invite: Lock } as const;
const ICON = { "aria-hidden": true, size: 16 } as const;

interface CommunityCardProps {
  community: DirectoryItem;
  /** Leads to the community's own host. */
  href: string;
  headingLevel: 2 | 3;
}

/** A community in the directory: its mark, its name, what it is about, who may join. */
export function CommunityCard({ community, href, headingLevel }: CommunityCardProps) {
  const Heading = `h${headingLevel}` as const;
  const t = useTranslations("network");
  const { join_policy, membership, privacy } = community;
  const PolicyIcon = POLICY_ICONS[join_policy];
  return (
    <Card
      as="li"
      style={accentStyle(community.accent)}
      className="grid content-start gap-3 transition-colors hover:border-accent"
    >
      <div dir={directionOf(community.locale)} className="flex items-start gap-3">
        <IslandMark id={community.id} logo={community.logo_path} variant="chart" size={60} />
        <div className="grid min-w-0 flex-1 gap-0.5 pt-1">
          <Heading lang={community.locale} className="font-serif text-title-sm font-medium tracking-title">
            <a
              href={href}
              className="after:absolute after:inset-0 [overflow-wrap:anywhere] hover:text-accent"
            >
              <bdi>{community.name}</bdi>
            </a>
          </Heading>
          <p lang={community.locale} className="text-sm text-ink-muted">
            {languageName(community.locale)}
          </p>
        </div>
      </div>
      {community.tagline ? (
        <p lang={community.locale} dir="auto" className="line-clamp-3 text-ink-muted">
          {community.tagline}
        </p>
      ) : null}
      <p className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-muted">
        <span className="inline-flex items-center gap-1.5" data-figures>
          <UsersRound {...ICON} />
          {t("members", { count: community.member_count })}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <PolicyIcon {...ICON} />
          {t(`joinPolicy.${join_policy}`)}
        </span>
        {privacy === "private" ? <Badge>{t("privacy.private")}</Badge> : null}
        {membership && membership !== "removed" ? (
          <Badge tone="accent">{t(`membership.${membership}`)}</Badge>
        ) : null}
      </p>
    </Card>
  );
}
