"use server";

import { refresh } from "next/cache";
import { sendOn } from "@/lib/actions/send-on";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import {
  answerConnection,
  endConnection,
  pauseConnection,
  proposeConnection,
  updateSharingPolicy,
} from "./mutations";
import {
  answerConnectionInput,
  endConnectionInput,
  pauseConnectionInput,
  proposeConnectionInput,
  sharingPolicyInput,
} from "./schemas";

/** Saves what a community lets out and in. */
export const updateSharingPolicyAction = withTenantAuth({
  permission: "community.settings",
  input: sharingPolicyInput,
  run: async (ctx, input) => {
    await updateSharingPolicy(ctx, input);
    return sendOn("/settings/sharing?done=saved");
  },
});

/** Asks another community for a connection. */
export const proposeConnectionAction = withTenantAuth({
  permission: "community.settings",
  input: proposeConnectionInput,
  run: async (ctx, input) => {
    await proposeConnection(ctx, input);
    return sendOn("/settings/sharing?done=asked");
  },
});

/** Answers a community that asked. */
export const answerConnectionAction = withTenantAuth({
  permission: "community.settings",
  input: answerConnectionInput,
  run: async (ctx, input) => {
    await answerConnection(ctx, input);
    refresh();
  },
});

/** Pauses or resumes a connection. */
export const pauseConnectionAction = withTenantAuth({
  permission: "community.settings",
  input: pauseConnectionInput,
  run: async (ctx, input) => {
    await pauseConnection(ctx, input);
    refresh();
  },
});

/** Ends a connection, or takes a request back. */
export const endConnectionAction = withTenantAuth({
  permission: "community.settings",
  input: endConnectionInput,
  run: async (ctx, input) => {
    const shares = await endConnection(ctx, input);
    refresh();
    return { shares };
  },
});
