import "server-only";
import { cache } from "react";
import { getRequestContext } from "@/lib/context/request-context";
import { unwrapAs } from "@/lib/supabase/result";
import { type LeavePreview, leavePreviewSchema } from "./schemas";

/** What leaving a community would do, by its slug; null where one does not belong to it. One call for page and head. */
export const getLeavePreview = cache(async (slug: string): Promise<LeavePreview | null> => {
  const { db } = await getRequestContext();
  return unwrapAs(leavePreviewSchema, db.rpc("leave_preview", { p_slug: slug }));
});
