import { z } from "zod";
import { SHARE_SCOPES } from "@/lib/sharing/choices";
import { DIRECTIONS } from "./choices";

/** A connection as the log of one side has it, seen from there. */
const connection = z.strictObject({
  tenant_id: z.uuid(),
  connected_id: z.uuid(),
  state: z.enum(["proposed", "accepted", "declined", "ended"]),
  ours: z.boolean(),
  direction: z.enum(DIRECTIONS),
  scope: z.enum(SHARE_SCOPES),
  paused_here: z.boolean(),
  paused_there: z.boolean(),
  message: z.string(),
  created_at: z.iso.datetime({ offset: true }),
});

/** The data of every domain event about a connection, version 1, by its type; docs/events.md says what each means. */
export const connectionEventSchemas = {
  "connection.created": z.strictObject({ old: z.null(), new: connection }),
  "connection.updated": z.strictObject({ old: connection.partial(), new: connection.partial() }),
  "connection.deleted": z.strictObject({ old: connection, new: z.null() }),
};
