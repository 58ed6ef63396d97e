import { requireViewer } from "@/lib/actions/contexts";
import { withTenantApi } from "@/lib/actions/with-api";
import { removeFaceAvatar, setFaceAvatar } from "@/lib/media/mutations";
import { uploadSchema } from "@/lib/media/schemas";

/** `PUT /api/v1/me/avatar`, the body is the file: one's face in this community. */
export const PUT = withTenantApi({
  permission: "profile.edit",
  rate: "upload",
  file: true,
  input: uploadSchema,
  run: (ctx, _input, request) => setFaceAvatar(requireViewer(ctx), request),
});

/** `DELETE /api/v1/me/avatar`: back to the face of the base profile, or to none. */
export const DELETE = withTenantApi({
  permission: "profile.edit",
  input: uploadSchema,
  run: (ctx) => removeFaceAvatar(ctx),
});
