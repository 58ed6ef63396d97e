import { z } from "zod";
import { withPublicApi } from "@/lib/actions/with-api";
import { lastEventChange, writeCalendar } from "@/lib/events/calendar-file";
import { getPublicEvents } from "@/lib/events/public-queries";
import { keptResponse } from "@/lib/http/kept";

/** The public events as a calendar to subscribe to. */
export const GET = withPublicApi({
  input: z.object({}),
  run: async (ctx, _input, request) => {
    const events = await getPublicEvents(ctx);
    return keptResponse(request, {
      body: writeCalendar(ctx.tenant, events),
      contentType: "text/calendar; charset=utf-8",
      maxAge: 300,
      modified: lastEventChange(events),
    });
  },
});
