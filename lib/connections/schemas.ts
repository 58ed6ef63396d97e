import { z } from "zod";
import { SHARE_SCOPES } from "@/lib/sharing/choices";
import { sharePlaceSchema } from "@/lib/sharing/schemas";
import { lineField } from "@/lib/text/fields";
import { DIRECTIONS, SHARING_DOORS, SHARING_REVIEWS } from "./choices";
import { readAddress } from "./rules";

/** What a community lets out and in. */
export const sharingPolicySchema = z.object({
  sharing_out: z.enum(SHARING_DOORS),
  sharing_in: z.enum(SHARING_DOORS),
  sharing_review: z.enum(SHARING_REVIEWS),
  version: z.number().int(),
});
export type SharingPolicy = z.infer<typeof sharingPolicySchema>;

/** A connection as one side sees it. */
export const connectionSchema = sharePlaceSchema.extend({
  state: z.enum(["proposed", "accepted"]),
  /** Whether this side asked. */
  ours: z.boolean(),
  direction: z.enum(DIRECTIONS),
  scope: z.enum(SHARE_SCOPES),
  paused_here: z.boolean(),
  paused_there: z.boolean(),
  message: z.string().nullable(),
  since: z.string(),
  /** How many shares end with it. */
  shares: z.number().int().nullable(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** The answer of `community_connections_page`; null for who does not belong. The policy is for admins. */
export const connectionsAnswerSchema = z
  .object({ policy: sharingPolicySchema.nullable(), connections: z.array(connectionSchema) })
  .nullable();

/** What a community lets out and in from now on; `version` is the one of the settings that the person saw. */
export const sharingPolicyInput = z.strictObject({
  sharing_out: z.enum(SHARING_DOORS),
  sharing_in: z.enum(SHARING_DOORS),
  sharing_review: z.enum(SHARING_REVIEWS),
  version: z.coerce.number().int().min(1),
});
export type SharingPolicyInput = z.output<typeof sharingPolicyInput>;

/** A connection to be asked for, by the other community's address. */
export const proposeConnectionInput = z.strictObject({
  slug: z
    .string({ error: "required" })
    .transform(readAddress)
    .pipe(z.string().min(1, "required").max(60, "too_long")),
  direction: z.enum(DIRECTIONS).default("both"),
  scope: z.enum(SHARE_SCOPES).default("comment"),
  message: lineField(500),
});
export type ProposeConnectionInput = z.output<typeof proposeConnectionInput>;

const other = { id: z.uuid() };

/** The answer to a community that asked. */
export const answerConnectionInput = z.strictObject({ ...other, accept: z.stringbool().or(z.boolean()) });
/** A connection to be paused or resumed from one's own side. */
export const pauseConnectionInput = z.strictObject({ ...other, paused: z.stringbool().or(z.boolean()) });
/** A connection to be ended, or a request to be taken back. */
export const endConnectionInput = z.strictObject(other);
