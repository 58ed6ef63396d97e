"use server";

import { sendOn } from "@/lib/actions/send-on";
import { withViewer } from "@/lib/actions/with-viewer";
import { leaveWith } from "./mutations";
import { leaveSchema } from "./schemas";

/** Leaves a community and goes back to the list of those that are left. */
export const leaveWithAction = withViewer({
  input: leaveSchema,
  run: async (ctx, input) => {
    await leaveWith(ctx, input);
    return sendOn(`/account/communities?left=${input.mode}`);
  },
});
