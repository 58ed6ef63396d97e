import { withTenantApi } from "@/lib/actions/with-api";
import { keepSeen } from "@/lib/feed/mutations";
import { seenSchema } from "@/lib/feed/schemas";

/** `PUT /api/v1/feed/seen`: I have seen what was written until then. */
export const PUT = withTenantApi({
  permission: "feed.keep",
  input: seenSchema,
  run: async (ctx, { at }) => {
    await keepSeen(ctx, at);
    return { at };
  },
});
