import { z } from "zod";
import { withViewerApi } from "@/lib/actions/with-api";
import { answerSaved } from "@/lib/journeys/answers";
import { activityChangesSchema } from "@/lib/journeys/inputs";
import { changeActivity, removeActivity } from "@/lib/journeys/mutations";

const path = z.strictObject({ id: z.uuid(), activity: z.uuid() });

/** `{version, changes}`: saves unless somebody changed it since that version; 409 answers what stands there now. */
export const PATCH = withViewerApi({
  input: path.extend({ version: z.number().int(), changes: activityChangesSchema }),
  run: async (ctx, { id, activity, version, changes }) =>
    answerSaved(await changeActivity(ctx, { journey: id, id: activity, version, changes })),
});

/** Takes an activity out; for a month it can be put back. */
export const DELETE = withViewerApi({
  input: path,
  run: async (ctx, { id, activity }) => {
    await removeActivity(ctx, { journey: id, id: activity });
    return new Response(null, { status: 204 });
  },
});
