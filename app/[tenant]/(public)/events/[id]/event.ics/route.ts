import { z } from "zod";
import { withPublicApi } from "@/lib/actions/with-api";
import { lastEventChange, writeCalendar } from "@/lib/events/calendar-file";
import { getPublicEvents } from "@/lib/events/public-queries";
import { keptResponse } from "@/lib/http/kept";

/** One public event to add to a calendar. */
export const GET = withPublicApi({
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }, request) => {
    const events = await getPublicEvents(ctx, id);
    const response = keptResponse(request, {
      body: writeCalendar(ctx.tenant, events),
      contentType: "text/calendar; charset=utf-8",
      maxAge: 300,
      modified: lastEventChange(events),
    });
    response.headers.set("content-disposition", 'attachment; filename="event.ics"');
    return response;
  },
});
