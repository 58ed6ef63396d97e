import { withTenantApi } from "@/lib/actions/with-api";
import { getSavedPosts } from "@/lib/bookmarks/queries";
import { savedQuerySchema } from "@/lib/bookmarks/schemas";

/** `GET /api/v1/saved?before=<cursor>&limit=<1..50>`: what I keep for later here, last kept first. */
export const GET = withTenantApi({
  permission: "post.save",
  input: savedQuerySchema,
  run: ({ db, tenant }, input) => getSavedPosts(db, { tenant: tenant.id, ...input }),
});
