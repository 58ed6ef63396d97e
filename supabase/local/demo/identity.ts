import { createHash } from "node:crypto";

/** A UUID that is the same on every machine for the same name, so that links into the demo keep working. */
export function demoId(...names: readonly string[]): string {
  const hash = createHash("sha256")
    .update(`archipelago demo/${names.join("/")}`)
    .digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const MINUTE_MS = 60_000;

/** The moment so many minutes before `now`. */
export function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * MINUTE_MS);
}

/**
 * A time-ordered id (UUID, version 7) for a moment and a name. Comments sort by their ids within a thread, so a
 * demo comment's id must tell its time, as a real one's does.
 */
export function demoTimeId(at: Date, ...names: readonly string[]): string {
  const time = at.getTime().toString(16).padStart(12, "0");
  const hash = createHash("sha256")
    .update(`archipelago demo/${names.join("/")}`)
    .digest("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-a${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
