"use server";

import { z } from "zod";
import { sendOn } from "@/lib/actions/send-on";
import { withViewer } from "@/lib/actions/with-viewer";
import { cancelDeletion, requestDeletion } from "./mutations";
import { requestDeletionSchema } from "./schemas";

const PAGE = "/account/delete";

export const requestDeletionAction = withViewer({
  rate: "auth",
  input: requestDeletionSchema,
  run: async (ctx, input) => {
    await requestDeletion(ctx, input);
    return sendOn(PAGE);
  },
});

export const cancelDeletionAction = withViewer({
  input: z.strictObject({}),
  run: async (ctx) => {
    await cancelDeletion(ctx);
    return sendOn(`${PAGE}?kept=1`);
  },
});
