"use server";

import { sendOn } from "@/lib/actions/send-on";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { saveFace } from "./mutations";
import { faceInput } from "./schemas";

/** Saves how one shows oneself in this community. */
export const saveFaceAction = withTenantAuth({
  permission: "profile.edit",
  input: faceInput,
  run: async (ctx, input) => {
    await saveFace(ctx, input);
    return sendOn("/me?saved=1");
  },
});
