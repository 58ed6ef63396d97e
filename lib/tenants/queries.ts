import "server-only";
import { cache } from "react";
import { getRequestContext } from "@/lib/context/request-context";
import { toCommunityFeed } from "@/lib/feed/rules";
import { unwrapAs } from "@/lib/supabase/result";
import { type CommunityHome, communityHomeSchema } from "./home-schemas";

/** What the community of this request shows of itself. Null where the asker may not know it. Once per request. */
export const findCommunityHome = cache(async (): Promise<CommunityHome | null> => {
  const { db, tenant } = await getRequestContext();
  if (!tenant) return null;
  const home = await unwrapAs(communityHomeSchema, db.rpc("community_home", { p_tenant: tenant.id }));
  if (!home) return null;
  const { feed, ...rest } = home;
  return { ...rest, feed: feed && toCommunityFeed(feed) };
});
