"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { Recommendation, Trip } from "@/lib/recommendations/schemas";
import { tell } from "./use-recommendations";

interface Beginning {
  title: string;
  time_zone: string;
  starts_on?: string;
  ends_on?: string;
}

/** What one can do with suggestions: each at once, with a way back. */
export function useOutcomes(journey: string | null) {
  const t = useTranslations("recommendations");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState<string | null>(null);

  const leave = (id: string) => setGone((before) => new Set(before).add(id));
  const comeBack = (id: string) => setGone((before) => new Set([...before].filter((one) => one !== id)));
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch {
      toast.error(errors("unavailable"));
      return null;
    }
  };

  const back = async (id: string, outcome: "undismissed" | "unaccepted") => {
    if (!(await attempt(() => tell({ outcome, ids: [id] })))) return;
    comeBack(id);
    if (outcome === "unaccepted") router.refresh();
  };

  return {
    gone,
    busy,
    async dismiss({ recommendation_id: id, title }: Recommendation) {
      leave(id);
      const told = await attempt(() => tell({ outcome: "dismissed", ids: [id] }));
      if (!told) return comeBack(id);
      const undo = { label: t("undo"), onClick: () => void back(id, "undismissed") };
      toast.success(t("dismissed", { title }), { action: undo });
    },
    async accept({ recommendation_id: id, title }: Recommendation) {
      if (!journey) return;
      setBusy(id);
      const told = await attempt(() => tell({ outcome: "accepted", ids: [id], journey }));
      setBusy(null);
      if (!told) return;
      leave(id);
      router.refresh();
      const undo = { label: t("undo"), onClick: () => void back(id, "unaccepted") };
      toast.success(t("added", { title }), { action: undo });
    },
    /** Begins a journey with these and goes there. */
    async begin(key: string, ids: string[], beginning: Beginning) {
      setBusy(key);
      const told = await attempt(() => tell({ outcome: "begun", ids, ...beginning }));
      if (told?.journey) router.push(`/journeys/${told.journey}`);
      else setBusy(null);
    },
  };
}

export type Outcomes = ReturnType<typeof useOutcomes>;

/** Names a trip among others. Pure. */
export function keyOfTrip({ city, starts_on }: Trip): string {
  return `${city} ${starts_on}`;
}
