import { withTenantApi } from "@/lib/actions/with-api";
import { getCommunityFeed } from "@/lib/feed/queries";
import { feedQuerySchema } from "@/lib/feed/schemas";

/** `GET /api/v1/feed?before=<cursor>&limit=<1..50>`: one page of this community's posts, newest first. */
export const GET = withTenantApi({
  permission: "feed.read",
  input: feedQuerySchema,
  run: (ctx, input) => getCommunityFeed(ctx, input),
});
