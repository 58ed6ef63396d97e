import { withViewerApi } from "@/lib/actions/with-api";
import { AppError } from "@/lib/errors/app-error";
import { answerSaved } from "@/lib/journeys/answers";
import { changeJourneySchema, journeyIdSchema } from "@/lib/journeys/inputs";
import { changeJourney, deleteJourney } from "@/lib/journeys/mutations";
import { getJourney } from "@/lib/journeys/queries";

/** Everything of one journey, as whoever asks sees it. */
export const GET = withViewerApi({
  input: journeyIdSchema,
  run: async ({ db }, { id }) => {
    const page = await getJourney(db, id);
    if (!page) throw new AppError("not_found", "missing");
    return page;
  },
});

/** `{version, changes}`: saves unless somebody changed it since that version; 409 answers what stands there now. */
export const PATCH = withViewerApi({
  input: changeJourneySchema,
  run: async (ctx, input) => answerSaved(await changeJourney(ctx, input)),
});

/** Ends a journey for everybody on it. */
export const DELETE = withViewerApi({
  input: journeyIdSchema,
  run: async (ctx, input) => {
    await deleteJourney(ctx, input);
    return new Response(null, { status: 204 });
  },
});
