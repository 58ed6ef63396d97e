import type { CreateEventInput } from "./schemas";
import { nextDay, resolveWallTime } from "./wall-time";

/** From and until, as wall times without a zone. */
export interface WallSpan {
  starts_local: string;
  ends_local: string;
}

/** The wall times of an event's form. An all-day event ends at the midnight after its last day. */
export function wallSpanOf(form: CreateEventInput): WallSpan {
  const lastDay = form.ends_on || form.starts_on;
  if (form.all_day) {
    return { starts_local: `${form.starts_on}T00:00`, ends_local: `${nextDay(lastDay)}T00:00` };
  }
  const from = form.starts_time || "00:00";
  return { starts_local: `${form.starts_on}T${from}`, ends_local: `${lastDay}T${form.ends_time || from}` };
}

/** The wall time of a span that no clock shows in its zone, or null. */
export function findSkipped(span: WallSpan, zone: string) {
  const sides = [
    { field: "starts_time", wall: span.starts_local },
    { field: "ends_time", wall: span.ends_local },
  ] as const;
  for (const { field, wall } of sides) {
    const found = resolveWallTime(wall, zone);
    if (found.kind === "skipped") return { field, wall, next: found.next, zone };
  }
  return null;
}
