"use server";

import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { savePostSchema } from "@/lib/posts/schemas";
import { setSaved } from "./mutations";

/** Keeps a post for later, or no longer. */
export const savePostAction = withTenantAuth({
  permission: "post.save",
  input: savePostSchema,
  run: (ctx, input) => setSaved(ctx, input.id, input.saved),
});
