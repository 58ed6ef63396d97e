import type { Journey } from "./schemas";

/** What stands above a journey, as far as it can be written. */
export type Header = Pick<Journey, "title" | "note" | "time_zone" | "starts_on" | "ends_on">;

/** The first and the last day are one choice: half of each may end before it begins. */
export const HEADER_TOGETHER: readonly (readonly (keyof Header)[])[] = [["starts_on", "ends_on"]];

/** What stands above a journey, without the rest of it. */
export function headerOf({ title, note, time_zone, starts_on, ends_on }: Header): Header {
  return { title, note, time_zone, starts_on, ends_on };
}

/** What was typed that is not what stood there. */
export function headerChanges(typed: Header, before: Header): Partial<Header> {
  const fields = Object.keys(typed) as (keyof Header)[];
  return Object.fromEntries(
    fields.filter((field) => typed[field] !== before[field]).map((field) => [field, typed[field]]),
  );
}

/** A form that was begun from `before` over what stands there now: theirs wherever nothing else was typed. */
export function headerOver(typed: Header, before: Header, theirs: Header): Header {
  return { ...headerOf(theirs), ...headerChanges(typed, before) };
}
