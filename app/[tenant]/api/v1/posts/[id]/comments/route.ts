import { withTenantApi } from "@/lib/actions/with-api";
import { commentsQuerySchema } from "@/lib/comments/schemas";
import { AppError } from "@/lib/errors/app-error";
import { findPost } from "@/lib/posts/queries";

/** `GET /api/v1/posts/<id>/comments?after=<cursor>`: one page of a thread in reading order. */
export const GET = withTenantApi({
  permission: "post.read",
  input: commentsQuerySchema,
  run: async (_ctx, { id, after }) => {
    const found = await findPost(id, { after });
    if (found?.state !== "visible") throw new AppError("not_found", "post");
    return found.comments;
  },
});
