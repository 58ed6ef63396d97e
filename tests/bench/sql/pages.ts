import type pg from "pg";
import { asCaller, type Caller, person } from "./caller.ts";
import { buffersOf } from "./explain.ts";

/** Place in a feed: before this moment and post. */
export type Cursor = { before: string; id: string };

/** The call behind the unified feed's page. */
export const unifiedFeed = "select public.unified_feed($1, $2)";

/** The same in the balanced order. */
export const balancedFeed = "select public.unified_feed($1, $2, p_order => 'balanced')";

/** The call behind the switcher. */
export const switcher = "select public.switcher()";

/** The call behind the number in the head of every page of the network. */
export const inboxCounts = "select public.notification_counts()";

/** The call behind a community's feed. */
export const communityFeed = "select public.community_feed($1, $2, $3)";

/** The same in another order, under a tag, of a type. */
export const communityFeedBy =
  "select public.community_feed(p_tenant => $1, p_sort => $2, p_tag => $3, p_type => $4)";

/** The call behind the directory: its order, a search, a language. */
export const directoryBy = "select public.directory(p_sort => $1, p_query => $2, p_language => $3)";

/** The call behind the list of members: a role, a search. */
export const membersBy =
  "select public.list_members(p_tenant => $1, p_role => $2, p_query => $3, p_choices => true)";
export const membersNarrowed =
  "select public.list_members(p_tenant => $1, p_sort => $2, p_query => $3, p_tag => $4, p_city => $5, p_choices => true)";

/** The call behind suggestions, for a journey or for none. */
export const recommendations = "select public.recommendation_input($1)";

/** The call behind a post's page. */
export const postPage = "select public.post_page($1, $2)";

/** The call behind a link to one comment of a post. */
export const postThread = "select public.post_page($1, $2, $3)";

/** How many streams a person reads in the unified feed. */
export async function streamsOf(client: pg.Client, id: string): Promise<number> {
  return asCaller(client, person(id), async () => {
    const { rows } = await client.query<{ n: number }>(
      "select cardinality(private.my_tenants()) + cardinality(private.my_groups()) as n",
    );
    return rows[0]?.n ?? 0;
  });
}

/** Buffers of one page read as `caller`. */
export async function pageBuffers(
  client: pg.Client,
  caller: Caller,
  statement: string,
  values: unknown[],
): Promise<number> {
  return asCaller(client, caller, () => buffersOf(client, statement, values));
}

/** The cursor of the unified feed's page `page` (from 2), reached as a reader reaches it: page by page. */
export async function cursorOfPage(
  client: pg.Client,
  id: string,
  page: number,
  statement = unifiedFeed,
): Promise<Cursor> {
  return asCaller(client, person(id), async () => {
    let cursor: Cursor | undefined;
    for (let current = 1; current < page; current += 1) {
      const { rows } = await client.query<{ next: { at: string; id: string } | null }>(
        `select feed -> 'next' as next from (${statement}) x(feed)`,
        [cursor?.before ?? null, cursor?.id ?? null],
      );
      const next = rows[0]?.next;
      if (!next) throw new Error(`The feed ends before page ${page}.`);
      cursor = { before: next.at, id: next.id };
    }
    if (!cursor) throw new Error("Page 1 has no cursor.");
    return cursor;
  });
}
