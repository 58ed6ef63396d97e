import { communityUrl } from "@/lib/tenancy/links";
import type { Tenant } from "@/lib/tenants/schemas";
import type { FeedEntry } from "./entries";

/** A JSON Feed, version 1.1. */
export function writeJsonFeed(tenant: Tenant, entries: readonly FeedEntry[]): string {
  const home = communityUrl(tenant, "/");
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: tenant.name,
    description: tenant.tagline || undefined,
    home_page_url: home,
    feed_url: communityUrl(tenant, "/feed.json"),
    icon: communityUrl(tenant, "/og.png"),
    language: tenant.locale,
    authors: [{ name: tenant.name, url: home }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title || undefined,
      summary: entry.summary || undefined,
      content_html: entry.html,
      date_published: entry.published.toISOString(),
      date_modified: entry.updated.toISOString(),
      authors: [{ name: entry.author || tenant.name }],
      tags: entry.types.length + entry.tags.length > 0 ? [...entry.types, ...entry.tags] : undefined,
    })),
  });
}
