"use server";

import { refresh } from "next/cache";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { reviewShare } from "./door-mutations";
import { reviewShareInput } from "./door-schemas";

/** Answers a post that waits at the door. */
export const reviewShareAction = withTenantAuth({
  permission: "share.review",
  input: reviewShareInput,
  run: async (ctx, input) => {
    await reviewShare(ctx, input);
    refresh();
  },
});
