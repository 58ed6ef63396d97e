"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IslandMark } from "@/components/ui/island-mark";
import type { Trip } from "@/lib/recommendations/schemas";
import { keyOfTrip, type Outcomes } from "./use-outcomes";
import { useWhen } from "./use-when";

const DAY_MS = 86_400_000;

/** Some days in a town that could become a journey. */
export function TripCard({ trip, outcomes, zone }: { trip: Trip; outcomes: Outcomes; zone: string }) {
  const t = useTranslations("recommendations");
  const when = useWhen();
  const { city, starts_on, ends_on, items } = trip;
  const days = Math.round((Date.parse(ends_on) - Date.parse(starts_on)) / DAY_MS) + 1;
  const title = t("trip", { days, city });
  const key = keyOfTrip(trip);
  const ids = items.map(({ recommendation_id }) => recommendation_id);
  return (
    <li className="grid content-between justify-items-start gap-3 rounded-surface border border-line p-4">
      <div className="grid min-w-0 grid-cols-1 gap-2">
        <IslandMark id={key} variant="chart" size={64} />
        <h3 className="font-serif text-title-sm tracking-title [overflow-wrap:anywhere]">{title}</h3>
        <p className="text-sm text-ink-muted">{when.span(starts_on, ends_on)}</p>
        <p className="text-sm text-ink-muted">{t("tripText", { count: items.length })}</p>
      </div>
      <Button
        size="sm"
        busy={outcomes.busy === key}
        onClick={() => void outcomes.begin(key, ids, { title, time_zone: zone, starts_on, ends_on })}
      >
        {t("tripBegin")}
      </Button>
    </li>
  );
}
