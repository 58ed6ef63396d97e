/** What kinds of notifications the inbox shows; `journeys` is what belongs to no community. */
export const INBOX_FILTERS = ["all", "mentions", "requests", "journeys"] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];
