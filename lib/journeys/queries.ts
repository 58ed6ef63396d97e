import "server-only";
import { type Cursor, encodeCursor } from "@/lib/feed/cursor";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import type { JourneyFilter } from "./choices";
import {
  JOURNEYS_PAGE_SIZE,
  type JourneyPage,
  type JourneySummary,
  journeyPageSchema,
  journeysAnswerSchema,
  type SourcesPage,
  sourcesAnswerSchema,
} from "./schemas";

/** Reads everything of one journey in one call; null for one that the viewer has no part in. */
export async function getJourney(db: Db, id: string): Promise<JourneyPage | null> {
  return unwrapAs(journeyPageSchema.nullable(), db.rpc("journey_page", { p_journey: id }));
}

interface JourneysRequest {
  /** `open`: those that one may add something to, one's own and others'. */
  filter: JourneyFilter | "open";
  before?: Cursor | null;
  limit?: number;
}

/** Reads one page of journeys, the one changed last first. */
export async function listJourneys(
  db: Db,
  { filter, before, limit = JOURNEYS_PAGE_SIZE }: JourneysRequest,
): Promise<{ items: JourneySummary[]; next: string | null }> {
  const { items, next } = await unwrapAs(
    journeysAnswerSchema,
    db.rpc("my_journeys_page", {
      p_filter: filter,
      p_before: before?.at ?? null,
      p_before_id: before?.id ?? null,
      p_limit: limit,
    }),
  );
  return { items, next: next && encodeCursor(next) };
}

interface SourcesRequest {
  q: string;
  after?: Cursor | null;
  limit?: number;
}

/** What can be added from one's communities: events to come, and with two letters people and groups too. */
export async function findSources(
  db: Db,
  { q, after, limit = JOURNEYS_PAGE_SIZE }: SourcesRequest,
): Promise<SourcesPage> {
  const { next, ...found } = await unwrapAs(
    sourcesAnswerSchema,
    db.rpc("journey_sources", {
      p_query: q,
      p_after: after?.at ?? null,
      p_after_id: after?.id ?? null,
      p_limit: limit,
    }),
  );
  return { ...found, next: next && encodeCursor(next) };
}
