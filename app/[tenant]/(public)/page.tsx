import type { Metadata } from "next";
import { canInTenant } from "@/lib/auth/permissions";
import { getTenantPage } from "@/lib/context/pages";
import { readCursor } from "@/lib/feed/cursor";
import { describeCommunityPage } from "@/lib/seo/metadata";
import { FeedScreen } from "./feed-screen";
import { HomeScreen } from "./home-screen";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { tenant } = await getTenantPage((await params).tenant);
  const first = (await searchParams).before === undefined;
  return describeCommunityPage(tenant, {
    title: null,
    description: tenant.tagline,
    path: "/",
    open: first,
  });
}

/** For members the feed; for everybody else how the community shows itself, and the way in. */
export default async function StartPage({ params, searchParams }: PageProps) {
  const { tenant: param } = await params;
  const context = await getTenantPage(param);
  const before = (await searchParams).before;
  const start = typeof before === "string" && readCursor(before) ? before : null;
  const asker = { signedIn: context.viewer !== null, membership: context.membership };
  if (canInTenant(asker, "post.create")) return <FeedScreen tenant={param} start={start} />;
  return <HomeScreen tenant={param} start={start} />;
}
