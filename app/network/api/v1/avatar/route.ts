import { withViewerApi } from "@/lib/actions/with-api";
import { removeMyAvatar, setMyAvatar } from "@/lib/media/mutations";
import { uploadSchema } from "@/lib/media/schemas";

/** `PUT /api/v1/avatar`, the body is the file: the face of one's base profile. */
export const PUT = withViewerApi({
  rate: "upload",
  file: true,
  input: uploadSchema,
  run: (ctx, _input, request) => setMyAvatar(ctx, request),
});

/** `DELETE /api/v1/avatar`: no face. */
export const DELETE = withViewerApi({
  input: uploadSchema,
  run: (ctx) => removeMyAvatar(ctx),
});
