"use server";

import { revalidatePath } from "next/cache";
import { withPlatformAuth } from "@/lib/actions/with-platform-auth";
import { setCommunityStatus } from "./mutations";
import { communityStatusInput } from "./schemas";

/** Pauses a community or brings it back, for a reason. */
export const setCommunityStatusAction = withPlatformAuth({
  permission: "communities.set_status",
  input: communityStatusInput,
  run: async (ctx, input) => {
    await setCommunityStatus(ctx, input);
    revalidatePath("/platform", "layout");
    return { status: input.status };
  },
});
