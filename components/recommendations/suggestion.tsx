"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CommunityChip } from "@/components/ui/community-chip";
import { Plus } from "@/components/ui/icons";
import type { Recommendation, Recommendations } from "@/lib/recommendations/schemas";
import { goPath } from "@/lib/tenants/directory-rules";
import type { Outcomes } from "./use-outcomes";
import { useWhen } from "./use-when";

const REASONS_SHOWN = 2;

interface SuggestionProps {
  item: Recommendation;
  place: Recommendations["communities"][number] | undefined;
  journey: string | null;
  mayAdd: boolean;
  outcomes: Outcomes;
  zone: string;
}

/** One suggestion: what it is, where it comes from, why it is there, and what to do with it. */
export function Suggestion({ item, place, journey, mayAdd, outcomes, zone }: SuggestionProps) {
  const t = useTranslations("recommendations");
  const when = useWhen();
  const { title, recommendation_id: id, kind, city, country } = item;
  const facts = [
    kind === "group" ? t("group") : when.item(item),
    [city, country].filter(Boolean).join(", "),
  ].filter(Boolean);
  const path = kind === "event" ? `/events/${item.id}` : "/";
  return (
    <li className="grid grid-cols-1 gap-3 p-4 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="grid min-w-0 grid-cols-1 gap-1.5">
        <h3 className="font-serif text-title-sm [overflow-wrap:anywhere]">
          {place ? (
            <a href={goPath(place.slug, path)} className="hover:underline">
              <bdi>{title}</bdi>
            </a>
          ) : (
            <bdi>{title}</bdi>
          )}
        </h3>
        <p className="text-sm text-ink-muted">{facts.join(" · ")}</p>
        <p className="text-sm [overflow-wrap:anywhere]">
          <Why item={item} />
        </p>
        {place ? (
          <div>
            <CommunityChip
              id={place.id}
              name={place.name}
              accent={place.accent}
              logo={place.logo_path}
              href={goPath(place.slug, "/")}
            />
          </div>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-2 sm:justify-end">
        {journey && mayAdd ? (
          <Button
            size="sm"
            icon={<Plus aria-hidden size={16} />}
            busy={outcomes.busy === id}
            aria-label={t("addNamed", { title })}
            onClick={() => void outcomes.accept(item)}
          >
            {t("add")}
          </Button>
        ) : null}
        {!journey && kind === "event" ? (
          <Button
            size="sm"
            busy={outcomes.busy === id}
            aria-label={t("beginNamed", { title })}
            onClick={() => void outcomes.begin(id, [id], { title: title.slice(0, 200), time_zone: zone })}
          >
            {t("begin")}
          </Button>
        ) : null}
        <Button
          size="sm"
          variant="quiet"
          aria-label={t("dismissNamed", { title })}
          onClick={() => void outcomes.dismiss(item)}
        >
          {t("dismiss")}
        </Button>
      </div>
    </li>
  );
}

/** Why it is there: in a provider's words where there are any, else what rules found. */
function Why({ item: { why, reasons } }: { item: Recommendation }) {
  const t = useTranslations("recommendations");
  if (why) return <bdi>{why}</bdi>;
  return reasons
    .slice(0, REASONS_SHOWN)
    .map(({ code, word }) => t(`why.${code}`, { word: word ?? "" }))
    .join(" · ");
}
