"use server";

import { sendOn } from "@/lib/actions/send-on";
import { withViewer } from "@/lib/actions/with-viewer";
import { updateProfile } from "./mutations";
import { profileInput } from "./schemas";

/** Saves one's own profile. */
export const updateProfileAction = withViewer({
  input: profileInput,
  run: async (ctx, input) => {
    await updateProfile(ctx, input);
    return sendOn("/account?saved=1");
  },
});
