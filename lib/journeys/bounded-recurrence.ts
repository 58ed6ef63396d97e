import "server-only";
import ICAL from "ical.js";

/** The most turns for one repetition: somebody's birthday takes two for each year of their life. */
const TURNS_OF_ENTRY = 10_000;
/** The most turns for all repetitions of a file: about two seconds. */
const TURNS_OF_FILE = 100_000;
/** What laying out the days of a year weighs. */
const TURNS_OF_YEAR = 2;
const DAY_MS = 86_400_000;
const DAYS = { DAILY: 1, WEEKLY: 7 } as Readonly<Record<string, number>>;

/** A repetition that would be searched for longer than is good for anybody else. */
export class EndlessRecurrence extends Error {}

let leftOfEntry = Number.POSITIVE_INFINITY;
let leftOfFile = Number.POSITIVE_INFINITY;

function turn(weight: number): void {
  leftOfEntry -= weight;
  leftOfFile -= weight;
  if (leftOfEntry < 0 || leftOfFile < 0) throw new EndlessRecurrence();
}

// ical.js looks for the next time without an end where a rule has none (30 February, or February only, by the second). All such
// loops pass through one of these two methods, and reading a file is one synchronous piece of work.
const iterator = ICAL.RecurIterator.prototype as unknown as {
  check_contracting_rules(): boolean;
  expand_year_days(year: number): number;
};
const { check_contracting_rules: check, expand_year_days: expand } = iterator;
iterator.check_contracting_rules = function (this: typeof iterator) {
  turn(1);
  return check.call(this);
};
iterator.expand_year_days = function (this: typeof iterator, year) {
  turn(TURNS_OF_YEAR);
  return expand.call(this, year);
};

/** Does synchronous work on a file in which repetitions are followed; beyond the limits they throw {@link EndlessRecurrence}. */
export function withinTurns<T>(work: () => T): T {
  leftOfFile = TURNS_OF_FILE;
  try {
    return work();
  } finally {
    leftOfFile = Number.POSITIVE_INFINITY;
    leftOfEntry = Number.POSITIVE_INFINITY;
  }
}

/**
 * Follows an entry's repetition from about three days before a moment (ms) on. What repeats by days or weeks is not followed
 * through the years before: it comes at the same distance from any of its days.
 */
export function followFrom(event: ICAL.Event, moment: number): ICAL.RecurExpansion {
  leftOfEntry = TURNS_OF_ENTRY;
  const rules = event.component.getAllProperties("rrule");
  const rule = rules[0]?.getFirstValue();
  const days = rule instanceof ICAL.Recur ? (DAYS[rule.freq] ?? 0) * rule.interval : 0;
  if (rules.length !== 1 || !(rule instanceof ICAL.Recur) || rule.count || days === 0)
    return event.iterator();
  const { year, month, day } = event.startDate;
  const before = Math.floor((moment - 3 * DAY_MS - Date.UTC(year, month - 1, day)) / DAY_MS / days);
  if (before <= 0) return event.iterator();
  const start = event.startDate.clone();
  start.adjust(before * days, 0, 0, 0);
  return event.iterator(start);
}
