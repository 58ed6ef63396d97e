import { withTenantApi } from "@/lib/actions/with-api";
import { removeLogo, setLogo } from "@/lib/media/mutations";
import { uploadSchema } from "@/lib/media/schemas";

/** `PUT /api/v1/logo`, the body is the file: the community's logo. */
export const PUT = withTenantApi({
  permission: "community.settings",
  rate: "upload",
  file: true,
  input: uploadSchema,
  run: (ctx, _input, request) => setLogo(ctx, request),
});

/** `DELETE /api/v1/logo`: the island again. */
export const DELETE = withTenantApi({
  permission: "community.settings",
  input: uploadSchema,
  run: (ctx) => removeLogo(ctx),
});
