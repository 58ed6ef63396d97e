import { INBOX_FILTERS, type InboxFilter } from "./filters";

/** What part of the inbox somebody looks at: the whole address of the page. */
export interface InboxPlace {
  filter: InboxFilter;
  /** Slug of the only community shown. */
  community: string | null;
  /** Where the page begins, as its address says it; "" for the newest. */
  before: string;
  /** Whether somebody came from what is no longer to be seen. */
  gone: boolean;
}

type Query = Record<string, string | string[] | undefined>;

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** Reads the query of the page; what it does not know is the beginning of the whole list. Pure. */
export function readInboxPlace(query: Query): InboxPlace {
  const show = first(query.show);
  const filter = INBOX_FILTERS.find((one) => one === show) ?? "all";
  return {
    filter,
    // Journeys belong to no community.
    community: (filter !== "journeys" && first(query.c).slice(0, 100)) || null,
    before: first(query.before),
    gone: query.gone !== undefined,
  };
}

/** The address of a part of the inbox. Pure. */
export function inboxHref({ filter, community, before }: Partial<InboxPlace>): string {
  const query = new URLSearchParams();
  if (filter && filter !== "all") query.set("show", filter);
  if (community && filter !== "journeys") query.set("c", community);
  if (before) query.set("before", before);
  return query.size > 0 ? `/inbox?${query}` : "/inbox";
}
