"use server";

import { refresh } from "next/cache";
import { sendOn } from "@/lib/actions/send-on";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { communityUrl } from "@/lib/tenancy/links";
import { removeSamples, renameCommunity, updateSettings } from "./settings-mutations";
import { removeSamplesInput, renameInput, settingsInput } from "./settings-schemas";

/** Saves a community's settings. */
export const updateSettingsAction = withTenantAuth({
  permission: "community.settings",
  input: settingsInput,
  run: async (ctx, input) => {
    await updateSettings(ctx, input);
    return sendOn("/settings?saved=1");
  },
});

/** Changes a community's address and goes there; signing in carries over by itself. */
export const renameCommunityAction = withTenantAuth({
  permission: "community.rename",
  input: renameInput,
  run: async (ctx, input) => {
    const slug = await renameCommunity(ctx, input);
    return sendOn(communityUrl({ slug, domain: ctx.tenant.domain }, "/settings?moved=1"));
  },
});

/** Removes every sample post that nobody made their own. */
export const removeSamplesAction = withTenantAuth({
  permission: "community.remove_samples",
  input: removeSamplesInput,
  run: async (ctx) => {
    const removed = await removeSamples(ctx);
    refresh();
    return removed;
  },
});
