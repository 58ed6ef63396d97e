"use server";

import { refresh } from "next/cache";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { withViewer } from "@/lib/actions/with-viewer";
import { answerShare, revokeShare, sharePost } from "./mutations";
import { answerShareInput, revokeShareHereInput, revokeShareInput, sharePostInput } from "./schemas";

/** Shares a post into some of one's communities, or asks its author for it. */
export const sharePostAction = withViewer({
  input: sharePostInput,
  run: async (ctx, input) => {
    const answer = await sharePost(ctx, input);
    refresh();
    return answer;
  },
});

/** Answers somebody who asked to share one's post. */
export const answerShareAction = withViewer({
  input: answerShareInput,
  run: async (ctx, input) => {
    const answer = await answerShare(ctx, input);
    refresh();
    return answer;
  },
});

/** Takes a post of one's own back from a community. */
export const revokeShareAction = withViewer({
  input: revokeShareInput,
  run: async (ctx, input) => {
    await revokeShare(ctx, input);
  },
});

/** Takes a share back on a community's host: away from it, or out of it, where moderators may say why. */
export const revokeShareHereAction = withTenantAuth({
  permission: "share.revoke",
  input: revokeShareHereInput,
  run: async (ctx, input) => {
    await revokeShare(ctx, { tenant: ctx.tenant.id, ...input });
  },
});
