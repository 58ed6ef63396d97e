/** What an activity is planned from. */
export const ACTIVITY_KINDS = ["event", "group", "person", "post", "place", "free"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Kinds that come from a community. */
export const SOURCE_KINDS = ["event", "group", "person", "post"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const ACTIVITY_STATES = ["idea", "planned", "done", "skipped"] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

export const AUDIENCES = ["companions", "me"] as const;

/** What became of where an activity comes from, for whoever looks. */
export const SOURCE_STATES = ["there", "changed", "cancelled", "gone", "left", "elsewhere"] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

export const JOURNEY_ROLES = ["owner", "editor", "voter"] as const;
export type JourneyRole = (typeof JOURNEY_ROLES)[number];

export const COMPANION_ROLES = ["editor", "voter"] as const;
export type CompanionRole = (typeof COMPANION_ROLES)[number];

export const JOURNEY_FILTERS = ["mine", "shared", "templates", "archived"] as const;
export type JourneyFilter = (typeof JOURNEY_FILTERS)[number];

export const JOURNEY_VIEWS = ["timeline", "day", "list", "chart"] as const;
export type JourneyView = (typeof JOURNEY_VIEWS)[number];

/** The most activities of a journey. */
export const ACTIVITIES_MAX = 500;

/** The largest calendar file that is read, in bytes. */
export const CALENDAR_BYTES_MAX = 2_000_000;
