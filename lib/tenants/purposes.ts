import type { JOIN_POLICIES } from "./choices";

/** What communities are founded for; each brings its texts, groups and sample posts along. */
export const PURPOSES = ["neighbourhood", "club", "project", "profession", "events", "learning"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a founder chooses from: `blank` brings nothing. */
export const PURPOSE_CHOICES = [...PURPOSES, "blank"] as const;
export type PurposeChoice = (typeof PURPOSE_CHOICES)[number];

/** How people usually join a community of a purpose. */
export const PURPOSE_JOIN: Readonly<Record<PurposeChoice, (typeof JOIN_POLICIES)[number]>> = {
  blank: "open",
  neighbourhood: "request",
  club: "open",
  project: "open",
  profession: "request",
  events: "open",
  learning: "invite",
};
