import { z } from "zod";
import { withViewerApi } from "@/lib/actions/with-api";
import { newActivitySchema } from "@/lib/journeys/inputs";
import { addActivities } from "@/lib/journeys/mutations";

/** Adds `activities` to a journey, all or none. Answers them. */
export const POST = withViewerApi({
  input: z.strictObject({ id: z.uuid(), activities: z.array(newActivitySchema).min(1).max(500) }),
  run: async (ctx, { id, activities }) => ({
    items: await addActivities(ctx, { journey: id, activities }),
  }),
});
