"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { CommunityChip } from "@/components/ui/community-chip";
import { TriangleAlert } from "@/components/ui/icons";
import type { Activity, JourneyPlace } from "@/lib/journeys/schemas";

/** What must be known of an activity besides what it is: its state, and what became of where it comes from. */
export function ActivityBadges({ row }: { row: Activity }) {
  const t = useTranslations("journeys");
  const { state, source_state, visible_to } = row;
  const told = source_state && source_state !== "there" && source_state !== "elsewhere" ? source_state : null;
  if (state === "planned" && !told && visible_to === "companions") return null;
  return (
    <span className="flex flex-wrap gap-1.5">
      {told ? <Badge tone={told === "changed" ? "warn" : "danger"}>{t(`sourceState.${told}`)}</Badge> : null}
      {state === "planned" ? null : (
        <Badge tone={state === "done" ? "ok" : "neutral"}>{t(`state.${state}`)}</Badge>
      )}
      {visible_to === "me" ? <Badge>{t("onlyMe")}</Badge> : null}
    </span>
  );
}

/** Which community an activity comes from, where one may know. */
export function ActivityCommunity({ place }: { place: JourneyPlace | undefined }) {
  return place ? (
    <CommunityChip id={place.id} name={place.name} accent={place.accent} logo={place.logo_path} />
  ) : null;
}

/** What is in an activity's way. */
export function ActivityWarnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="grid gap-1 text-sm text-warn">
      {warnings.map((text) => (
        <li key={text} className="flex items-start gap-1.5">
          <TriangleAlert aria-hidden size={16} className="mt-1 shrink-0" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
