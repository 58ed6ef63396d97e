import "server-only";
import { z } from "zod";
import type { VisitorContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { type Cursor, cursorSchema, encodeCursor } from "@/lib/feed/cursor";
import type { Db } from "@/lib/supabase/client";
import { timestampColumn } from "@/lib/supabase/columns";
import { unwrapAs } from "@/lib/supabase/result";
import { communityUrl, networkUrl } from "@/lib/tenancy/links";
import { type SitemapPage, writeSitemap, writeSitemapIndex } from "./sitemap";

const changedSchema = z.object({ id: z.uuid(), changed_at: timestampColumn });

const communitySitemapSchema = z
  .object({
    parts: z.array(z.object({ at: timestampColumn, id: z.uuid() })),
    posts: z.array(changedSchema),
    events: z.array(changedSchema),
  })
  .nullable();

const networkSitemapSchema = z.object({
  parts: z.array(z.string()),
  communities: z.array(z.object({ slug: z.string(), domain: z.string().nullable() })),
});

/** Query of `/sitemap.xml` of a community: which part, where there are several. */
export const communitySitemapQuery = z.object({
  from: z.union([z.literal("start"), cursorSchema]).optional(),
});

/** Query of `/sitemap.xml` of the network. */
export const networkSitemapQuery = z.object({ from: z.string().max(40).optional() });

/**
 * A community's sitemap as XML: all its addresses, or, beyond 5,000 posts, the list of its parts. `from` is where a
 * part begins, `start` the first one by itself. One database call.
 */
export async function getCommunitySitemap(
  { db, tenant }: VisitorContext,
  from: Cursor | "start" | undefined,
): Promise<string> {
  const cursor = typeof from === "object" ? from : null;
  const found = await unwrapAs(
    communitySitemapSchema,
    db.rpc("community_sitemap", {
      p_tenant: tenant.id,
      p_from: cursor?.at ?? null,
      p_from_id: cursor?.id ?? null,
    }),
  );
  if (!found) throw new AppError("not_found", "missing");
  const address = (path: string) => communityUrl(tenant, path);
  if (from === undefined && found.parts.length > 0) {
    const starts = ["start", ...found.parts.map(encodeCursor)];
    return writeSitemapIndex(starts.map((start) => address(`/sitemap.xml?from=${start}`)));
  }
  const fixed = cursor ? [] : ["/", "/about", "/events"].map((path) => ({ url: address(path) }));
  const pages: SitemapPage[] = [
    ...fixed,
    ...found.events.map(({ id, changed_at }) => ({ url: address(`/events/${id}`), changedAt: changed_at })),
    ...found.posts.map(({ id, changed_at }) => ({ url: address(`/p/${id}`), changedAt: changed_at })),
  ];
  return writeSitemap(pages);
}

/** The network's sitemap as XML: its own pages and the public communities, or the list of its parts. One database call. */
export async function getNetworkSitemap(db: Db, from: string | undefined): Promise<string> {
  const start = from === "" ? undefined : from;
  const found = await unwrapAs(networkSitemapSchema, db.rpc("network_sitemap", { p_from: start ?? null }));
  if (from === undefined && found.parts.length > 0) {
    return writeSitemapIndex(["", ...found.parts].map((part) => networkUrl(`/sitemap.xml?from=${part}`)));
  }
  const fixed = start ? [] : ["/", "/communities"].map((path) => ({ url: networkUrl(path) }));
  return writeSitemap([
    ...fixed,
    ...found.communities.map((community) => ({ url: communityUrl(community, "/") })),
  ]);
}
