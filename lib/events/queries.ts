import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { TenantPageContext } from "@/lib/context/pages";
import { getRequestContext } from "@/lib/context/request-context";
import { type Cursor, encodeCursor } from "@/lib/feed/cursor";
import { unwrapAs } from "@/lib/supabase/result";
import {
  EVENT_COLUMNS,
  EVENT_SUMMARY_COLUMNS,
  EVENTS_PAGE_SIZE,
  type EventDetail,
  type EventSide,
  type EventSummary,
  eventSchema,
  eventSummarySchema,
} from "./schemas";

/** One page of events: upcoming ones next first, past ones latest first. */
export interface EventPage {
  items: EventSummary[];
  next: string | null;
}

type Reader = Pick<TenantPageContext, "db" | "tenant">;

/** Reads one page of a community's events, as far as the caller may see them. One database call. */
export async function getEventPage(
  { db, tenant }: Reader,
  side: EventSide,
  after: Cursor | null,
): Promise<EventPage> {
  const upcoming = side === "upcoming";
  const now = new Date().toISOString();
  let query = db.from("events").select(EVENT_SUMMARY_COLUMNS).eq("tenant_id", tenant.id);
  query = upcoming ? query.gt("ends_at", now) : query.lte("ends_at", now);
  if (after) {
    const beyond = upcoming ? "gt" : "lt";
    query = query.or(
      `starts_at.${beyond}.${after.at},and(starts_at.eq.${after.at},id.${beyond}.${after.id})`,
    );
  }
  const items = await unwrapAs(
    z.array(eventSummarySchema),
    query
      .order("starts_at", { ascending: upcoming })
      .order("id", { ascending: upcoming })
      .limit(EVENTS_PAGE_SIZE + 1),
  );
  const page = items.slice(0, EVENTS_PAGE_SIZE);
  const last = page.at(-1);
  const more = items.length > EVENTS_PAGE_SIZE;
  return { items: page, next: more && last ? encodeCursor({ at: last.starts_at, id: last.id }) : null };
}

/** Reads one event, once for a page and its head; null where there is none for this caller. */
export const findEventOnce = cache(async (eventId: string): Promise<EventDetail | null> => {
  const { db, tenant } = await getRequestContext();
  if (!tenant) return null;
  const rows = await unwrapAs(
    z.array(eventSchema),
    db.from("events").select(EVENT_COLUMNS).eq("tenant_id", tenant.id).eq("id", eventId).limit(1),
  );
  return rows[0] ?? null;
});
