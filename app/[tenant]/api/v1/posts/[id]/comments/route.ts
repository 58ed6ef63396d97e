import { withTenantApi } from "@/lib/actions/with-api";
import { commentsQuerySchema } from "@/lib/comments/schemas";
import { AppError } from "@/lib/errors/app-error";
import { findPost } from "@/lib/posts/queries";

/** `GET /api/v1/posts/<id>/comments?comment=<id>&after=<cursor>&sort=newest`: a page of threads, or of one thread. */
export const GET = withTenantApi({
  permission: "post.read",
  input: commentsQuerySchema,
  run: async (_ctx, { id, ...place }) => {
    const found = await findPost(id, place);
    if (found?.state !== "visible") throw new AppError("not_found", "post");
    return found.comments;
  },
});
