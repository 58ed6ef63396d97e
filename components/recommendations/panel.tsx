"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useBrowserZone } from "@/components/forms/use-browser-zone";
import { Button } from "@/components/ui/button";
import { SkeletonGroup, SkeletonText } from "@/components/ui/skeleton";
import type { Recommendations } from "@/lib/recommendations/schemas";
import { Suggestion } from "./suggestion";
import { TripCard } from "./trip-card";
import { keyOfTrip, useOutcomes } from "./use-outcomes";
import { useRecommendations } from "./use-recommendations";

interface PanelProps {
  journey: string | null;
  zone: string | null;
}

/** Suggestions with who ordered them and why each is there, to be taken or waved away. */
export function Panel({ journey, zone }: PanelProps) {
  const t = useTranslations("recommendations");
  const list = useRef<HTMLDivElement>(null);
  const { state, again } = useRecommendations(journey, list);
  return (
    <section aria-labelledby="suggestions" className="grid grid-cols-1 gap-4 print:hidden">
      <div className="grid gap-1">
        <h2 id="suggestions" className="font-serif text-title tracking-title">
          {t("title")}
        </h2>
        <p className="max-w-measure text-ink-muted">{t(journey ? "forJourney" : "general")}</p>
      </div>
      <div ref={list} className="grid grid-cols-1 gap-4">
        {state.at === "loading" ? (
          <SkeletonGroup label={t("loading")}>
            <SkeletonText lines={4} />
          </SkeletonGroup>
        ) : null}
        {state.at === "failed" ? (
          <div className="flex flex-wrap items-center gap-3">
            <p role="status">{t("failed")}</p>
            <Button size="sm" onClick={again}>
              {t("again")}
            </Button>
          </div>
        ) : null}
        {state.at === "there" ? <Given given={state.given} journey={journey} zone={zone} /> : null}
      </div>
      <p className="text-sm">
        <Link
          href="/account#suggestions"
          className="inline-flex items-center text-ink-muted underline underline-offset-4 pointer-coarse:min-h-11"
        >
          {t("choose")}
        </Link>
      </p>
    </section>
  );
}

function Given({ given, journey, zone }: PanelProps & { given: Recommendations }) {
  const t = useTranslations("recommendations");
  const outcomes = useOutcomes(journey);
  const found = useBrowserZone();
  const timeZone = zone ?? found ?? "UTC";
  const places = new Map(given.communities.map((place) => [place.id, place]));
  const items = given.items.filter(({ recommendation_id }) => !outcomes.gone.has(recommendation_id));
  if (items.length === 0 && given.trips.length === 0) return <p className="text-ink-muted">{t("none")}</p>;
  return (
    <>
      <p role="status" className="text-sm text-ink-muted">
        {given.pending ? t("improving") : <Origin origin={given.origin} />}
      </p>
      {given.trips.length > 0 ? (
        <section aria-label={t("trips")}>
          <ul className="grid grid-cols-1 gap-4 sm:grid-cols-3">
            {given.trips.map((trip) => (
              <TripCard key={keyOfTrip(trip)} trip={trip} outcomes={outcomes} zone={timeZone} />
            ))}
          </ul>
        </section>
      ) : null}
      <ul className="grid grid-cols-1 divide-y divide-line rounded-surface border border-line empty:hidden">
        {items.map((item) => (
          <Suggestion
            key={item.recommendation_id}
            item={item}
            place={places.get(item.tenant_id)}
            journey={journey}
            mayAdd={given.may_add}
            outcomes={outcomes}
            zone={timeZone}
          />
        ))}
      </ul>
    </>
  );
}

function Origin({ origin }: Pick<Recommendations, "origin">) {
  const t = useTranslations("recommendations");
  if (origin.by === "provider") return t("byProvider", { name: origin.name });
  return t(origin.by === "dates" ? "byDates" : "byRules");
}
