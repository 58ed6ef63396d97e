import { Feed } from "feed";
import { escapeHtml } from "@/lib/markdown/plain-text";
import { communityUrl } from "@/lib/tenancy/links";
import type { Tenant } from "@/lib/tenants/schemas";
import { forXml } from "@/lib/text/xml";
import { type FeedEntry, lastChange } from "./entries";

const NEVER = new Date(0);

// The library leaves angle brackets in attributes as they are, which ends the document.
function forAttribute(text: string): string {
  return text
    .replace(/[<>&"]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

// It guards only the first end of a section that a text holds. In HTML the two spellings mean the same.
function forSection(html: string): string {
  return html.replaceAll("]]>", "]]&gt;");
}

/** An Atom feed (RFC 4287). Titles are sent as HTML, so their own markup is escaped first. */
export function writeAtom(tenant: Tenant, entries: readonly FeedEntry[]): string {
  const home = communityUrl(tenant, "/");
  const feed = new Feed({
    id: home,
    title: forXml(tenant.name),
    description: forXml(tenant.tagline) || undefined,
    link: home,
    feed: communityUrl(tenant, "/feed.atom"),
    updated: lastChange(entries) ?? NEVER,
    generator: false,
    author: { name: forXml(tenant.name), link: home },
  });
  for (const entry of entries) {
    feed.addItem({
      id: entry.id,
      title: escapeHtml(entry.title),
      link: entry.url,
      description: escapeHtml(entry.summary),
      content: forSection(entry.html),
      date: entry.updated,
      published: entry.published,
      author: [{ name: entry.author || forXml(tenant.name) }],
      category: [
        ...entry.types.map((term) => ({ name: term, term, scheme: `${home}#type` })),
        ...entry.tags
          .map(forAttribute)
          .filter(Boolean)
          .map((term) => ({ name: term, term })),
      ],
    });
  }
  return feed.atom1();
}
