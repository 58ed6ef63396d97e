"use server";

import { refresh } from "next/cache";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { joinCommunity, leaveCommunity, setMember } from "./mutations";
import { joinSchema, nothingSchema, setMemberSchema } from "./schemas";

export const joinAction = withTenantAuth({
  permission: "community.join",
  input: joinSchema,
  run: async (ctx, input) => {
    const status = await joinCommunity(ctx, input.rules === "on");
    refresh();
    return { status };
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
