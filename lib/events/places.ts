import type { EventSummary } from "./schemas";

/** Place, town and country in one line; empty where none is given. */
export function placeOf({
  venue,
  city,
  country,
}: Pick<EventSummary, "venue" | "city" | "country" | "online">): string {
  return [venue, city, country].filter(Boolean).join(", ");
}

/** What an outgoing link shows of where it leads. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
