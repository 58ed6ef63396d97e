import { withTenantApi } from "@/lib/actions/with-api";
import { countNewerPosts } from "@/lib/feed/queries";
import { newsQuerySchema } from "@/lib/feed/schemas";

/** `GET /api/v1/feed/news?at=<moment>&id=<post>`: how many posts of others are newer; 21 stands for more than twenty. */
export const GET = withTenantApi({
  permission: "feed.read",
  input: newsQuerySchema,
  run: async (ctx, newest) => ({ count: await countNewerPosts(ctx, newest) }),
});
