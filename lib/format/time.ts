export type TimeStyle = "date" | "datetime";

const STYLES: Record<TimeStyle, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: "long" },
  datetime: { dateStyle: "long", timeStyle: "short" },
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const JUST_NOW = 45 * SECOND;

const formats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

/**
 * A moment as a date (and time) in a language and zone; the runtime's defaults where one of them is unknown.
 *
 * @param timeZone IANA name
 */
export function formatMoment(moment: Date, locale: string, timeZone: string, style: TimeStyle): string {
  return dateFormat(locale, timeZone, STYLES[style]).format(moment);
}

/**
 * How long ago, or how far ahead: "now", "5 minutes ago", "yesterday"; beyond a week the date itself, with
 * the year where it is not this one.
 *
 * @param now milliseconds since the epoch, the same on server and client
 */
export function formatRelative(moment: Date, now: number, locale: string, timeZone: string): string {
  const distance = moment.getTime() - now;
  const size = Math.abs(distance);
  if (size < JUST_NOW) return relative(locale).format(0, "second");
  if (size < HOUR)
    return relative(locale).format(Math.round(distance / MINUTE) || Math.sign(distance), "minute");
  if (size < DAY) return relative(locale).format(Math.round(distance / HOUR), "hour");
  if (size < 7 * DAY) return relative(locale).format(Math.round(distance / DAY), "day");
  return shortDate(moment, now, locale, timeZone);
}

function shortDate(moment: Date, now: number, locale: string, timeZone: string): string {
  const year = dateFormat(locale, timeZone, { year: "numeric" });
  const sameYear = year.format(moment) === year.format(now);
  const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };
  return dateFormat(locale, timeZone, sameYear ? options : { ...options, year: "numeric" }).format(moment);
}

function dateFormat(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const created = createDateFormat(locale, timeZone, options);
  formats.set(key, created);
  return created;
}

function createDateFormat(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    // A language or zone that this runtime does not know must not take a page down.
    return new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" });
  }
}

function relative(locale: string): Intl.RelativeTimeFormat {
  const known = relativeFormats.get(locale);
  if (known) return known;
  let created: Intl.RelativeTimeFormat;
  try {
    created = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  } catch {
    created = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  }
  relativeFormats.set(locale, created);
  return created;
}
