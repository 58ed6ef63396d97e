import { addDays, wallTime } from "./calendar";
import type { ArchiveEvent } from "./format";

/** An event as the columns of `events`; `starts_at` and `ends_at` follow from them in the database. */
export type EventColumns = Omit<ArchiveEvent, "starts_on" | "ends_on" | "starts_time" | "ends_time"> & {
  starts_local: string;
  ends_local: string;
};

/** What the format leaves out means: public, in the community's zone, without description or venue. Pure. */
export function toEventColumns(event: ArchiveEvent, communityZone: string): EventColumns {
  const { starts_on, ends_on, starts_time, ends_time, ...rest } = event;
  return {
    ...rest,
    description: event.description ?? "",
    visibility: event.visibility ?? "public",
    time_zone: event.time_zone ?? communityZone,
    starts_local: wallTime(starts_on, starts_time),
    // An all-day event runs to the midnight after its last day.
    ends_local: event.all_day ? wallTime(addDays(ends_on, 1)) : wallTime(ends_on, ends_time),
  };
}
