import { withTenantApi } from "@/lib/actions/with-api";
import { commentsQuerySchema } from "@/lib/comments/schemas";
import { AppError } from "@/lib/errors/app-error";
import { findSharedPost } from "@/lib/sharing/queries";

/** `GET /api/v1/shared/<id>/comments?comment=<id>&after=<cursor>&sort=newest`: a page of this community's lane. */
export const GET = withTenantApi({
  permission: "share.read",
  input: commentsQuerySchema,
  run: async (_ctx, { id, ...place }) => {
    const found = await findSharedPost(id, place);
    if (!found) throw new AppError("not_found", "post");
    return found.comments;
  },
});
