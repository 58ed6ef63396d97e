import { withViewerApi } from "@/lib/actions/with-api";
import { journeysQuerySchema, newJourneySchema } from "@/lib/journeys/inputs";
import { createJourney } from "@/lib/journeys/mutations";
import { listJourneys } from "@/lib/journeys/queries";

/**
 * `GET /api/journeys?filter=<mine|shared|templates|archived>&before=<cursor>&limit=<1..50>`: one page of journeys, the one
 * changed last first. `before` is the `next` of the page before.
 */
export const GET = withViewerApi({
  input: journeysQuerySchema,
  run: ({ db }, input) => listJourneys(db, input),
});

/** Begins a journey, with its `activities`. Repeating it with the same `id` changes nothing. Answers `{id}`. */
export const POST = withViewerApi({ input: newJourneySchema, run: createJourney });
