import { z } from "zod";
import { ACTIVITY_KINDS, ACTIVITY_STATES, AUDIENCES, COMPANION_ROLES } from "./choices";

const journey = z.strictObject({ id: z.uuid(), owner_id: z.uuid(), is_template: z.boolean() });

const activity = z.strictObject({
  journey_id: z.uuid(),
  id: z.uuid(),
  kind: z.enum(ACTIVITY_KINDS),
  source_tenant_id: z.uuid().nullable(),
  source_id: z.uuid().nullable(),
  state: z.enum(ACTIVITY_STATES),
  visible_to: z.enum(AUDIENCES),
  origin_id: z.uuid().nullable(),
  added_by: z.uuid(),
});

const companion = z.strictObject({ journey_id: z.uuid(), user_id: z.uuid(), role: z.enum(COMPANION_ROLES) });

const invitation = z.strictObject({
  journey_id: z.uuid(),
  user_id: z.uuid(),
  role: z.enum(COMPANION_ROLES),
  state: z.enum(["open", "declined"]),
});

const comment = z.strictObject({
  journey_id: z.uuid(),
  id: z.uuid(),
  activity_id: z.uuid().nullable(),
  author_id: z.uuid(),
});

const created = <S extends z.ZodType>(row: S) => z.strictObject({ old: z.null(), new: row });
const updated = <S extends z.ZodType>(row: S) => z.strictObject({ old: row, new: row });
const deleted = <S extends z.ZodType>(row: S) => z.strictObject({ old: row, new: z.null() });

/** The data of every domain event about a journey, version 1, by its type; docs/events.md says what each means. */
export const journeyEventSchemas = {
  "journey.created": created(journey),
  "journey.updated": updated(journey),
  "journey.archived": updated(journey),
  "journey.reopened": updated(journey),
  "journey.deleted": deleted(journey),
  "journey_activity.created": created(activity),
  "journey_activity.updated": updated(activity),
  "journey_activity.removed": updated(activity),
  "journey_activity.restored": updated(activity),
  "journey_activity.deleted": deleted(activity),
  "journey_companion.created": created(companion),
  "journey_companion.updated": updated(companion),
  "journey_companion.deleted": deleted(companion),
  "journey_invitation.created": created(invitation),
  "journey_invitation.updated": updated(invitation),
  "journey_invitation.deleted": deleted(invitation),
  "journey_comment.created": created(comment),
  "journey_comment.deleted": deleted(comment),
};
