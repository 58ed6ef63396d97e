"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ActionError, ActionResult } from "@/lib/actions/result";
import type { EventOutcome } from "@/lib/events/schemas";
import { townOf, wallTimeAsUtc } from "@/lib/events/wall-time";

type Answer = ActionResult<EventOutcome>;

/** Puts the outcome of announcing an event into words: a time that no clock shows is an error of its field. */
export function useEventErrors(answer: Answer | null) {
  const t = useTranslations("events.form");
  const format = useFormatter();
  const clock = (wall: string) =>
    format.dateTime(wallTimeAsUtc(wall), { hour: "numeric", minute: "2-digit", timeZone: "UTC" });

  function describe(result: Answer): ActionResult<{ id: string }> {
    if (!result.ok) return result;
    if (result.data.outcome === "created") return { ok: true, data: { id: result.data.id } };
    const { field, wall, next, zone } = result.data;
    const date = format.dateTime(wallTimeAsUtc(wall), { dateStyle: "long", timeZone: "UTC" });
    const message = t("skipped", { time: clock(wall), date, town: townOf(zone), next: clock(next) });
    const error: ActionError = {
      code: "invalid",
      reason: "skipped_time",
      message,
      fields: { [field]: message },
    };
    return { ok: false, error };
  }

  const described = answer ? describe(answer) : null;
  return { describe, told: described?.ok === false ? described.error : null };
}
