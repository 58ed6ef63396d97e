import { withTenantApi } from "@/lib/actions/with-api";
import { AppError } from "@/lib/errors/app-error";
import { findPost } from "@/lib/posts/queries";
import { postIdSchema } from "@/lib/posts/schemas";

/** `GET /api/v1/posts/<id>`: one post with its Markdown and the first page of its comments. */
export const GET = withTenantApi({
  permission: "post.read",
  input: postIdSchema,
  run: async (_ctx, { id }) => {
    const found = await findPost(id);
    if (found?.state !== "visible") throw new AppError("not_found", "post");
    const { lead: _lead, body_length: _length, ...post } = found.post;
    return { post, comments: found.comments };
  },
});
