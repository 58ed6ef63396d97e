import { z } from "zod";
import { ITEM_KINDS } from "./schemas";

const moment = z.string().nullable();

const recommendation = z.strictObject({
  id: z.uuid(),
  user_id: z.uuid(),
  journey_id: z.uuid().nullable(),
  kind: z.enum(ITEM_KINDS),
  source_tenant_id: z.uuid(),
  source_id: z.uuid(),
  origin: z.string(),
  arm: z.enum(["helped", "control"]),
  shown_at: moment,
  accepted_at: moment,
  dismissed_at: moment,
  completed_at: moment,
});

/** The data of every domain event about a suggestion, version 1, by its type; docs/events.md says what each means. */
export const recommendationEventSchemas = {
  "recommendation.updated": z.strictObject({ old: recommendation, new: recommendation }),
};
