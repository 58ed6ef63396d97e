"use server";

import { sendOn } from "@/lib/actions/send-on";
import { withViewer } from "@/lib/actions/with-viewer";
import { takeInProfile, updateProfile } from "./mutations";
import { profileInput, takenProfileInput } from "./schemas";

/** Saves one's own profile. */
export const updateProfileAction = withViewer({
  input: profileInput,
  run: async (ctx, input) => {
    await updateProfile(ctx, input);
    return sendOn("/account?saved=1");
  },
});

/** Replaces one's own profile by one from an export. */
export const takeInProfileAction = withViewer({ input: takenProfileInput, run: takeInProfile });
