import type { ActivityChanges } from "./inputs";
import { momentOf } from "./rules";
import type { Activity } from "./schemas";

/** The fields of an activity that can be changed, as they stand. */
export function fieldsOf(row: Activity): Required<ActivityChanges> {
  return {
    title: row.own_title,
    place: row.own_place,
    note: row.note,
    memory: row.memory,
    latitude: row.latitude,
    longitude: row.longitude,
    starts_local: row.starts_local,
    ends_local: row.ends_local,
    time_zone: row.time_zone,
    position: row.position,
    state: row.state,
    visible_to: row.visible_to,
  };
}

/** Fields of an activity that are one choice: an end without its beginning may lie before it. */
export const FIELDS_TOGETHER: readonly (readonly (keyof ActivityChanges)[])[] = [
  ["starts_local", "ends_local"],
  ["latitude", "longitude"],
];

/** An activity as it will be once its changes are saved. */
export function withChanges(row: Activity, { title, place, ...rest }: ActivityChanges): Activity {
  const next: Activity = { ...row, ...rest };
  if (title !== undefined) {
    next.own_title = title;
    next.title = title ?? row.title;
  }
  if (place !== undefined) {
    next.own_place = place;
    next.place = place ?? row.place;
  }
  const iso = (wall: string | null) => wall && new Date(momentOf(wall, next.time_zone)).toISOString();
  return { ...next, starts_at: iso(next.starts_local), ends_at: iso(next.ends_local) };
}

/** What of a form differs from what stood there. */
export function changesFrom(row: Activity, form: ActivityChanges): ActivityChanges {
  const before: Record<string, unknown> = fieldsOf(row);
  return Object.fromEntries(
    Object.entries(form).filter(([field, value]) => value !== undefined && value !== before[field]),
  );
}
