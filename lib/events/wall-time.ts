const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function wallFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** What a clock on the wall shows in a zone at a moment (ms), as `YYYY-MM-DDTHH:MM`. */
export function wallTimeAt(moment: number, zone: string): string {
  const parts: Record<string, string> = {};
  for (const { type, value } of wallFormat(zone).formatToParts(moment)) parts[type] = value;
  const { year = "0000", month, day, hour, minute } = parts;
  return `${year.padStart(4, "0")}-${month}-${day}T${hour}:${minute}`;
}

/** The numbers of a wall time read as if they were UTC, in ms. */
export function wallTimeAsUtc(wall: string): number {
  return Date.parse(`${wall}:00Z`);
}

function offsetAt(moment: number, zone: string): number {
  return wallTimeAsUtc(wallTimeAt(moment, zone)) - moment;
}

/** What a wall time in a zone means. */
export type WallTime =
  | { kind: "exact"; at: number }
  /** The clocks go back: it comes twice, and the first time counts. */
  | { kind: "twice"; at: number }
  /** The clocks go forward over it; `next` is what they show instead. */
  | { kind: "skipped"; next: string };

/** Finds the moment of a wall time (`YYYY-MM-DDTHH:MM`) in an IANA zone, or says that there is none. */
export function resolveWallTime(wall: string, zone: string): WallTime {
  const asUtc = wallTimeAsUtc(wall);
  const before = offsetAt(asUtc - DAY, zone);
  const after = offsetAt(asUtc + DAY, zone);
  const moments = [...new Set([asUtc - before, asUtc - after])]
    .filter((moment) => wallTimeAt(moment, zone) === wall)
    .sort((a, b) => a - b);
  const [first] = moments;
  if (first === undefined) return { kind: "skipped", next: wallTimeAt(asUtc - before, zone) };
  return { kind: moments.length > 1 ? "twice" : "exact", at: first };
}

/** The following day of a date (`YYYY-MM-DD`). */
export function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

/** Whether two zones show the same on their walls between two moments (ms). */
export function agree(zone: string, other: string, from: number, to: number): boolean {
  return [from, to].every((moment) => offsetAt(moment, zone) === offsetAt(moment, other));
}

/** The town that stands for a zone: `America/Argentina/Buenos_Aires` is "Buenos Aires". */
export function townOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
