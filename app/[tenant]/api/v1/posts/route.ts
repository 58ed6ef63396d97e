import { requireViewer } from "@/lib/actions/contexts";
import { withTenantApi } from "@/lib/actions/with-api";
import { createPost } from "@/lib/posts/mutations";
import { createPostSchema } from "@/lib/posts/schemas";

/** `POST /api/v1/posts`: writes a post. With an `id` of the caller's own, sending it twice makes one post. */
export const POST = withTenantApi({
  permission: "post.create",
  input: createPostSchema,
  run: async (ctx, input) => Response.json(await createPost(requireViewer(ctx), input), { status: 201 }),
});
