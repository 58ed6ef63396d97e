"use server";

import { refresh } from "next/cache";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { keepFeedSort } from "./mutations";
import { keepSortSchema } from "./schemas";

/** The feed of this community opens in this order from now on. */
export const keepFeedSortAction = withTenantAuth({
  permission: "feed.keep",
  input: keepSortSchema,
  run: async (ctx, { sort }) => {
    await keepFeedSort(ctx, sort);
    refresh();
  },
});
