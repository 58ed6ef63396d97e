import { withTenantApi } from "@/lib/actions/with-api";
import { readPostNotices } from "@/lib/inbox/mutations";
import { readPostInput } from "@/lib/inbox/schemas";

/** `PUT /api/v1/posts/<id>/seen`: I have read this post, and what is said below it here, as it was then. */
export const PUT = withTenantApi({
  permission: "feed.keep",
  input: readPostInput,
  run: async (ctx, input) => {
    await readPostNotices(ctx, input);
    return { until: input.until };
  },
});
