import { z } from "zod";
import { SHARE_SCOPES, SHARE_STATES } from "./choices";

const moment = z.iso.datetime({ offset: true });

/** A grant as the log of its post's home has it. People of the other community stand in no field. */
const grant = z.strictObject({
  tenant_id: z.uuid(),
  id: z.uuid(),
  post_id: z.uuid(),
  author_id: z.uuid(),
  target_tenant_id: z.uuid(),
  parent_id: z.uuid().nullable(),
  scope: z.enum(SHARE_SCOPES),
  state: z.enum(SHARE_STATES),
  under_connection: z.boolean(),
  asked_by: z.uuid(),
  note: z.string(),
  consented_at: moment.nullable(),
  consent_version: z.number().int().nullable(),
  consent_locale: z.string().nullable(),
  consent_audience: z.number().int().nullable(),
  approved_at: moment.nullable(),
  shown_since: moment.nullable(),
  expires_at: moment.nullable(),
  ended_at: moment.nullable(),
  ended_side: z.enum(["author", "home", "target", "connection"]).nullable(),
  created_at: moment,
});

/** What the log of the other community says of a grant: that it exists, not what is in the post. */
const receivedGrant = z.strictObject({
  new: z.strictObject({
    home_id: z.uuid(),
    post_id: z.uuid(),
    scope: z.enum(SHARE_SCOPES),
    state: z.enum(SHARE_STATES),
    expires_at: moment.nullable(),
  }),
});

/** The data of every domain event about a share, version 1, by its type; docs/events.md says what each means. */
export const shareEventSchemas = {
  "share.created": z.strictObject({ old: z.null(), new: grant }),
  "share.updated": z.strictObject({ old: grant.partial(), new: grant.partial() }),
  "share.deleted": z.strictObject({ old: grant, new: z.null() }),
  "received_share.asked": receivedGrant,
  "received_share.shown": receivedGrant,
  "received_share.withdrawn": receivedGrant,
};
