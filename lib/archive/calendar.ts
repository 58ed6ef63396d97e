const DATE = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)Z$/;
const DAY = 24 * 60 * 60 * 1000;

/** Whether this is `YYYY-MM-DD` and such a day exists, from the year 1000 to 9999. */
export function isDate(value: string): boolean {
  const [, year, month, day] = DATE.exec(value) ?? [];
  if (!year || !month || !day) return false;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return month >= "01" && month <= "12" && Number(day) >= 1 && Number(day) <= last;
}

/** Whether this is `HH:MM`, with seconds and up to six decimals or without, before 24:00. */
export function isTime(value: string): boolean {
  return TIME.test(value);
}

/** Whether this is a moment in UTC, `YYYY-MM-DDTHH:MM:SS[.ffffff]Z`, that exists; a leap second does not. */
export function isInstant(value: string): boolean {
  const [, date, time] = INSTANT.exec(value) ?? [];
  return date !== undefined && time !== undefined && isDate(date) && isTime(time);
}

/** The day `days` after a date that exists (before it, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().replace(/^\+0*|T.*$/g, "");
}

/** Date and wall time as one text that compares in the order of time: `YYYY-MM-DDTHH:MM:SS.ffffff`. */
export function wallTime(date: string, time = "00:00"): string {
  const [clock = "", fraction = ""] = time.split(".");
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  return `${date}T${seconds}.${fraction.padEnd(6, "0")}`;
}

/** Whether an IANA zone of that name is known, for example `Europe/Paris`; plain offsets are none. */
export function isTimeZone(value: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).format(0) !== "";
  } catch {
    return false;
  }
}
