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

/**
 * What is to be saved over theirs once somebody has chosen: all of mine that was not disputed, and of what was the fields
 * that `keepsMine` says. From and until go together.
 */
export function mergedChanges(
  {
    mine,
    theirs,
    disputed,
  }: { mine: ActivityChanges; theirs: Activity; disputed: readonly (keyof ActivityChanges)[] },
  keepsMine: (field: keyof ActivityChanges) => boolean,
): ActivityChanges {
  const chosen = Object.fromEntries(
    Object.entries(mine).filter(([field]) => {
      const name = field as keyof ActivityChanges;
      return !disputed.includes(name) || keepsMine(name);
    }),
  ) as ActivityChanges;
  const { starts_local = theirs.starts_local, ends_local = theirs.ends_local } = chosen;
  if (starts_local && (!ends_local || ends_local < starts_local)) chosen.ends_local = starts_local;
  return changesFrom(theirs, chosen);
}
