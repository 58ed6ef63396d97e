import { withViewerApi } from "@/lib/actions/with-api";
import { sourcesQuerySchema } from "@/lib/journeys/inputs";
import { findSources } from "@/lib/journeys/queries";

/** What can be added from one's communities: `q` are words of an event's title, `after` the `next` of the page before. */
export const GET = withViewerApi({
  input: sourcesQuerySchema,
  run: ({ db }, input) => findSources(db, input),
});
