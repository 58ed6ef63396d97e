import { requireViewer } from "@/lib/actions/contexts";
import { withTenantApi } from "@/lib/actions/with-api";
import { addPicture } from "@/lib/media/mutations";
import { uploadSchema } from "@/lib/media/schemas";

/** `POST /api/v1/pictures`, the body is the file: keeps a picture for a post or comment of one's own. */
export const POST = withTenantApi({
  permission: "post.create",
  rate: "upload",
  file: true,
  input: uploadSchema,
  run: async (ctx, _input, request) =>
    Response.json(await addPicture(requireViewer(ctx), request), { status: 201 }),
});
