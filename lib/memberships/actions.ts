"use server";

import { refresh } from "next/cache";
import { sendOn } from "@/lib/actions/send-on";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import {
  acceptRules,
  claimMember,
  joinCommunity,
  leaveCommunity,
  offerClaim,
  setMember,
  settleIn,
} from "./mutations";
import {
  acceptRulesSchema,
  claimSchema,
  joinSchema,
  nothingSchema,
  offerClaimSchema,
  setMemberSchema,
} from "./schemas";

export const joinAction = withTenantAuth({
  permission: "community.join",
  input: joinSchema,
  run: async (ctx, input) => {
    const status = await joinCommunity(ctx, input.rules);
    refresh();
    return { status };
  },
});

export const acceptRulesAction = withTenantAuth({
  permission: "profile.edit",
  input: acceptRulesSchema,
  run: async (ctx, input) => {
    await acceptRules(ctx, input.version);
    refresh();
  },
});

export const settleInAction = withTenantAuth({
  permission: "profile.edit",
  input: nothingSchema,
  run: async (ctx) => {
    await settleIn(ctx);
    refresh();
  },
});

export const leaveAction = withTenantAuth({
  permission: "community.leave",
  input: nothingSchema,
  run: async (ctx) => {
    await leaveCommunity(ctx);
    refresh();
  },
});

export const setMemberAction = withTenantAuth({
  permission: "member.manage",
  input: setMemberSchema,
  run: async (ctx, input) => {
    await setMember(ctx, input);
    refresh();
  },
});

export const offerClaimAction = withTenantAuth({
  permission: "member.offer_claim",
  input: offerClaimSchema,
  run: (ctx, input) => offerClaim(ctx, input.userId),
});

export const claimAction = withTenantAuth({
  permission: "member.claim",
  rate: "auth",
  input: claimSchema,
  run: async (ctx, input) => {
    await claimMember(ctx, input.code);
    return sendOn("/");
  },
});
