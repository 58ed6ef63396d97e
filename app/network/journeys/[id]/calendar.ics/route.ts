import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { withGuestApi } from "@/lib/actions/with-api";
import { AppError } from "@/lib/errors/app-error";
import { getJourneyCalendar } from "@/lib/journeys/calendar";

/**
 * A journey as a calendar: at its secret address (`key`) for programs that nobody signs in, without it for whoever is on the
 * journey. What it shows is what its person may see at that moment.
 */
export const GET = withGuestApi({
  input: z.strictObject({ id: z.uuid(), key: z.string().max(200).optional() }),
  run: async ({ db, viewer }, { id, key }) => {
    const t = await getTranslations("journeys");
    const words = { elsewhere: t("elsewhere"), erased: t("erased") };
    const body = key || viewer ? await getJourneyCalendar(db, { id, key }, words) : null;
    if (body === null) throw new AppError("not_found", "missing");
    return new Response(body, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="journey.ics"',
      },
    });
  },
});
