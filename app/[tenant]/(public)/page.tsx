import type { Metadata } from "next";
import { canInTenant } from "@/lib/auth/permissions";
import { getTenantPage } from "@/lib/context/pages";
import { parseFeedCursor } from "@/lib/feed/cursor";
import { feedHref, readFeedView } from "@/lib/feed/views";
import { describeCommunityPage } from "@/lib/seo/metadata";
import { FeedScreen } from "./feed-screen";
import { HomeScreen } from "./home-screen";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Orders and parts of the feed are the same place; only its beginning is there to be found. */
export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { tenant } = await getTenantPage((await params).tenant);
  const query = await searchParams;
  return describeCommunityPage(tenant, {
    title: null,
    description: tenant.tagline,
    path: "/",
    open: query.before === undefined && feedHref(readFeedView(query)) === "/",
  });
}

/** For members the feed; for everybody else how the community shows itself, and the way in. */
export default async function StartPage({ params, searchParams }: PageProps) {
  const { tenant: param } = await params;
  const context = await getTenantPage(param);
  const query = await searchParams;
  const start = typeof query.before === "string" && parseFeedCursor(query.before) ? query.before : null;
  const shown = { tenant: param, start, view: readFeedView(query) };
  const asker = { signedIn: context.viewer !== null, membership: context.membership };
  if (canInTenant(asker, "post.create")) return <FeedScreen {...shown} />;
  return <HomeScreen {...shown} />;
}
