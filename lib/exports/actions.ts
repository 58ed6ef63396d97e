"use server";

import { sendOn } from "@/lib/actions/send-on";
import { withViewer } from "@/lib/actions/with-viewer";
import { cancelExport, requestExport } from "./mutations";
import { cancelExportSchema, requestExportSchema } from "./schemas";

const PAGE = "/account/exports";

export const requestExportAction = withViewer({
  input: requestExportSchema,
  run: async (ctx, { slug }) => {
    await requestExport(ctx, slug);
    return sendOn(PAGE);
  },
});

export const cancelExportAction = withViewer({
  input: cancelExportSchema,
  run: async (ctx, { id }) => {
    await cancelExport(ctx, id);
    return sendOn(PAGE);
  },
});
