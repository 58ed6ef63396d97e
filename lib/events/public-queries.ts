import "server-only";
import { z } from "zod";
import type { VisitorContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { timestampColumn } from "@/lib/supabase/columns";
import { unwrapAs } from "@/lib/supabase/result";
import { eventSummarySchema } from "./schemas";

const publicEventSchema = eventSummarySchema.extend({
  description: z.string(),
  url: z.string().nullable(),
  created_at: timestampColumn,
  updated_at: timestampColumn,
  version: z.number().int(),
});

/** A public event as calendars carry it. `version` grows with every change. */
export type PublicEvent = z.infer<typeof publicEventSchema>;

/**
 * Reads the public events of a public community that are ahead or ended within a quarter, at most 500; or one of them,
 * however old. One database call. Throws AppError `not_found` where there is none to be read by everybody.
 */
export async function getPublicEvents(
  { db, tenant }: VisitorContext,
  eventId?: string,
): Promise<PublicEvent[]> {
  const found = await unwrapAs(
    z.array(publicEventSchema).nullable(),
    db.rpc("public_events", { p_tenant: tenant.id, p_event: eventId ?? null }),
  );
  if (!found || (eventId !== undefined && found.length === 0)) throw new AppError("not_found", "missing");
  return found;
}
