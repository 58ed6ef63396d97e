import { withTenantApi } from "@/lib/actions/with-api";
import { getCommunityFeed } from "@/lib/feed/queries";
import { feedQuerySchema } from "@/lib/feed/schemas";

/**
 * `GET /api/v1/feed?sort=<new|active|day|week|month>&type=&tag=&group=&by=me&before=<cursor>&limit=<1..50>`: one page of this
 * community's posts, newest first unless another order is asked for.
 */
export const GET = withTenantApi({
  permission: "feed.read",
  input: feedQuerySchema,
  run: (ctx, { before, limit, sort, type = null, tag = null, group = null, by }) =>
    getCommunityFeed(ctx, { before, limit, view: { sort, type, tag, group, mine: by === "me" } }),
});
