import { readBytes } from "@/lib/actions/read-payload";
import { withViewerApi } from "@/lib/actions/with-api";
import { AppError } from "@/lib/errors/app-error";
import { CALENDAR_BYTES_MAX } from "@/lib/journeys/choices";
import { readCalendar } from "@/lib/journeys/import-calendar";
import { journeyIdSchema } from "@/lib/journeys/inputs";
import { getJourney } from "@/lib/journeys/queries";

/**
 * Reads a calendar file, the body, and answers what it would add to a journey and what not; it adds nothing. A file of more
 * than 2 MB is refused before it is read to its end.
 */
export const POST = withViewerApi({
  input: journeyIdSchema,
  file: true,
  run: async ({ db }, { id }, request) => {
    const bytes = await readBytes(request, CALENDAR_BYTES_MAX);
    const page = await getJourney(db, id);
    if (!page || page.journey.role === "voter") throw new AppError("not_found", "missing");
    const { time_zone: zone, starts_on, ends_on } = page.journey;
    return readCalendar(new TextDecoder().decode(bytes), { zone, starts_on, ends_on }, Date.now());
  },
});
