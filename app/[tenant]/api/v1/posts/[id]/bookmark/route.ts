import { requireViewer, type TenantContext } from "@/lib/actions/contexts";
import { withTenantApi } from "@/lib/actions/with-api";
import { setSaved } from "@/lib/bookmarks/mutations";
import { postIdSchema } from "@/lib/posts/schemas";

function save(saved: boolean) {
  return async (ctx: TenantContext, input: { id: string }) => {
    await setSaved(requireViewer(ctx), input.id, saved);
    return { saved };
  };
}

/** `PUT /api/v1/posts/<id>/bookmark`: I keep it for later. */
export const PUT = withTenantApi({ permission: "post.save", input: postIdSchema, run: save(true) });

/** `DELETE /api/v1/posts/<id>/bookmark`: I keep it no longer. */
export const DELETE = withTenantApi({ permission: "post.save", input: postIdSchema, run: save(false) });
