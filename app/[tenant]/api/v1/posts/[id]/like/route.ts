import { requireViewer, type TenantContext } from "@/lib/actions/contexts";
import { withTenantApi } from "@/lib/actions/with-api";
import { setLike } from "@/lib/posts/mutations";
import { postIdSchema } from "@/lib/posts/schemas";

function like(liked: boolean) {
  return async (ctx: TenantContext, input: { id: string }) => {
    await setLike(requireViewer(ctx), input.id, liked);
    return { liked };
  };
}

/** `PUT /api/v1/posts/<id>/like`: I like it. */
export const PUT = withTenantApi({ permission: "post.like", input: postIdSchema, run: like(true) });

/** `DELETE /api/v1/posts/<id>/like`: I take it back. */
export const DELETE = withTenantApi({ permission: "post.like", input: postIdSchema, run: like(false) });
