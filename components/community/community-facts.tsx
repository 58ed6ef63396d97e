import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Globe, KeyRound, Lock } from "@/components/ui/icons";
import { townOf } from "@/lib/events/wall-time";
import { languageName } from "@/lib/i18n/languages";
import type { CommunityHome } from "@/lib/tenants/home-schemas";
import type { Tenant } from "@/lib/tenants/schemas";

const ICONS = { public: Globe, private: Lock, secret: KeyRound } as const;

/** Language, zone, age and size of a community, as far as this person may know them. */
export function CommunityFacts({ tenant, home }: { tenant: Tenant; home: CommunityHome }) {
  const t = useTranslations("community");
  const format = useFormatter();
  const Icon = ICONS[tenant.privacy];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-4 border-y border-line py-4 text-sm">
      <Fact term={t(`privacy.${tenant.privacy}`)}>
        <span className="inline-flex items-center gap-1.5">
          <Icon aria-hidden size={16} />
          {t(`privacyText.${tenant.privacy}`)}
        </span>
      </Fact>
      {home.member_count === null ? null : (
        <Fact term={t("nav.members")}>{format.number(home.member_count)}</Fact>
      )}
      {home.post_count === null ? null : (
        <Fact term={t("home.postsTerm")}>{format.number(home.post_count)}</Fact>
      )}
      <Fact term={t("home.language")}>{languageName(tenant.locale)}</Fact>
      <Fact term={t("home.zone")}>{townOf(tenant.time_zone)}</Fact>
      <Fact term={t("home.since")}>
        {format.dateTime(new Date(home.created_at), { year: "numeric", month: "long" })}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-xs text-ink-muted">{term}</dt>
      <dd data-figures>{children}</dd>
    </div>
  );
}
