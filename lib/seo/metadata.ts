import type { Metadata } from "next";
import { communityUrl, networkUrl } from "@/lib/tenancy/links";
import type { Tenant } from "@/lib/tenants/schemas";
import { canonicalNetworkUrl, canonicalUrl } from "./canonical";

export const OG_WIDTH = 1200;
export const OG_HEIGHT = 630;

/** What a page says of itself to browsers, search engines and link previews. */
export interface PageDescription {
  /** The subject by itself; the community's name is added. Null for the community as a whole. */
  title: string | null;
  description?: string;
  /** Its path, with a query where that chooses the content. */
  path: string;
  /** Parameters of `path` that choose the content. */
  keep?: readonly string[];
  type?: "website" | "article";
  /** Path of its picture; the community's own where left out. */
  picture?: string;
  /** Whether everybody may see it. Pages of communities that are not public are never found. */
  open: boolean;
}

function picture(url: string, alt: string) {
  return [{ url, width: OG_WIDTH, height: OG_HEIGHT, alt, type: "image/png" }];
}

/** Head of a page of a community. Only what everybody may read has an address to be found by and a picture. */
export function describeCommunityPage(tenant: Tenant, page: PageDescription): Metadata {
  const { title: subject, description, path, keep, type = "website", open } = page;
  const title = subject === null ? tenant.name : `${subject} · ${tenant.name}`;
  const url = canonicalUrl(tenant, path, keep);
  if (tenant.privacy !== "public" || !open) {
    return { title, description, alternates: { canonical: url }, robots: { index: false } };
  }
  const feed = (file: string) => [{ url: communityUrl(tenant, file), title: tenant.name }];
  const images = picture(communityUrl(tenant, page.picture ?? "/og.png"), subject ?? tenant.name);
  return {
    title,
    description,
    alternates: {
      canonical: url,
      types: {
        "application/atom+xml": feed("/feed.atom"),
        "application/feed+json": feed("/feed.json"),
        "text/calendar": feed("/events.ics"),
      },
    },
    openGraph: {
      title: subject ?? tenant.name,
      description,
      siteName: tenant.name,
      type,
      url,
      images,
      locale: tenant.locale.replaceAll("-", "_"),
    },
    twitter: { card: "summary_large_image", title: subject ?? tenant.name, description, images },
    robots: { index: true, follow: true },
  };
}

/** Head of a page of the network that everybody may find. */
export function describeNetworkPage(page: {
  title: string;
  description?: string;
  path: string;
  siteName: string;
}): Metadata {
  const { title, description, siteName } = page;
  const url = canonicalNetworkUrl(page.path);
  const images = picture(networkUrl("/og.png"), siteName);
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { title, description, siteName, type: "website", url, images },
    twitter: { card: "summary_large_image", title, description, images },
    robots: { index: true, follow: true },
  };
}
