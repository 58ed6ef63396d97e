import { escapeHtml } from "@/lib/markdown/plain-text";
import { forXml } from "@/lib/text/xml";

/** A page in a sitemap: its absolute address, and when it last changed (ISO 8601). */
export interface SitemapPage {
  url: string;
  changedAt?: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

function element(name: string, text: string): string {
  return `<${name}>${escapeHtml(forXml(text))}</${name}>`;
}

/** A sitemap as XML. */
export function writeSitemap(pages: readonly SitemapPage[]): string {
  const urls = pages.map(({ url, changedAt }) => {
    const changed = changedAt ? element("lastmod", new Date(changedAt).toISOString()) : "";
    return `<url>${element("loc", url)}${changed}</url>\n`;
  });
  return `${HEAD}<urlset ${NAMESPACE}>\n${urls.join("")}</urlset>\n`;
}

/** The list of sitemaps where one cannot hold everything. */
export function writeSitemapIndex(urls: readonly string[]): string {
  const parts = urls.map((url) => `<sitemap>${element("loc", url)}</sitemap>\n`);
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${parts.join("")}</sitemapindex>\n`;
}
