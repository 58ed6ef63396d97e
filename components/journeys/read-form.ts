import { nextDay } from "@/lib/events/wall-time";
import type { ActivityState } from "@/lib/journeys/choices";
import { ACTIVITY_STATES } from "@/lib/journeys/choices";
import type { ActivityChanges } from "@/lib/journeys/inputs";
import { laterOf } from "@/lib/journeys/rules";
import type { Activity } from "@/lib/journeys/schemas";

/** What was typed into a field, without blanks around it. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** From and until of a form with days and hours; without a day there is no time, without an hour it is for whole days. */
export function readSpan(form: FormData): { starts_local: string | null; ends_local: string | null } {
  const [day, from, until] = ["day", "from", "until"].map((name) => textOf(form, name));
  if (!day) return { starts_local: null, ends_local: null };
  const last = laterOf(textOf(form, "last_day"), day);
  if (!from) return { starts_local: `${day}T00:00`, ends_local: `${nextDay(last)}T00:00` };
  const starts_local = `${day}T${from}`;
  const meant = `${last}T${until || from}`;
  // An hour before the start is one of the next day: a night out ends after midnight.
  const ends_local =
    meant >= starts_local ? meant : last === day ? `${nextDay(day)}T${until || from}` : starts_local;
  return { starts_local, ends_local };
}

function numberOf(form: FormData, name: string): number | null {
  const text = textOf(form, name);
  return text === "" ? null : Number(text);
}

/** What the form of an activity says, how it was only where it is done; null where its coordinates are none. */
export function readActivityForm(
  form: FormData,
  row: Pick<Activity, "time_zone" | "visible_to">,
): ActivityChanges | null {
  const [latitude, longitude] = [numberOf(form, "latitude"), numberOf(form, "longitude")];
  if (Number.isNaN(latitude) || Number.isNaN(longitude)) return null;
  const state = ACTIVITY_STATES.find((one) => one === textOf(form, "state")) satisfies
    | ActivityState
    | undefined;
  const both = latitude !== null && longitude !== null;
  return {
    title: textOf(form, "title") || null,
    place: textOf(form, "place") || null,
    note: textOf(form, "note"),
    ...(state === "done" ? { memory: textOf(form, "memory") } : {}),
    latitude: both ? latitude : null,
    longitude: both ? longitude : null,
    ...readSpan(form),
    time_zone: textOf(form, "time_zone") || row.time_zone,
    ...(state ? { state } : {}),
    visible_to: form.has("only_me") ? "me" : form.has("only_me_shown") ? "companions" : row.visible_to,
  };
}
