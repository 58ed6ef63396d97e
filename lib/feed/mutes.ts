/** For how long a community may be left out. */
export const MUTE_SPANS = ["hour", "day", "good"] as const;
export type MuteSpan = (typeof MUTE_SPANS)[number];

/** As the database says that a mute has no end. */
const FOR_GOOD = "infinity";

/** The moment at which a mute ends; null where it has no end. */
export function endOfMute(until: string): string | null {
  return until === FOR_GOOD ? null : until;
}
