import { z } from "zod";
import { LEAVE_MODES } from "@/lib/leaving/kinds";
import { heirSchema } from "@/lib/leaving/schemas";
import { communityCardSchema } from "@/lib/tenants/schemas";

const mode = z.enum(LEAVE_MODES);

/** A community in which something of the person is. */
const concernedSchema = z.object({
  community: communityCardSchema,
  /** They left it before, and what they made is still there. */
  left: z.boolean(),
  posts: z.number().int(),
  comments: z.number().int(),
  /** It would be left without an owner: somebody else has to own it first. */
  held: z.boolean(),
  /** Nobody else belongs to it: it ends with the account. */
  closes: z.boolean(),
  /** Who could own it next; empty unless it is held. */
  heirs: z.array(heirSchema),
});
export type ConcernedCommunity = z.infer<typeof concernedSchema>;

/** The answer of `account_deletion`. */
export const deletionSchema = z.object({
  waiting: z
    .object({
      requested_at: z.string(),
      /** When the worker may begin. */
      due_at: z.string(),
      begun: z.boolean(),
      mode,
      /** Communities for which another way was chosen, by id. */
      ways: z.record(z.string(), mode),
    })
    .nullable(),
  /** The sign-in is recent enough to do without the password. */
  fresh: z.boolean(),
  /** Journeys of one's own, and those of others in which one takes part. */
  journeys: z.number().int(),
  companies: z.number().int(),
  exporting: z.boolean(),
  communities: z.array(concernedSchema),
});
export type Deletion = z.infer<typeof deletionSchema>;

/** A way for one community, as the form sends it: `<community>:<mode>`; empty where it is as for all. */
const wayField = z
  .string()
  .max(60)
  .regex(/^$|^[0-9a-f-]{36}:(keep|anonymise|remove)$/);

/** The form that asks for it. `sure` is the tick that confirms it; `password` may be left out shortly after signing in. */
export const requestDeletionSchema = z
  .strictObject({
    mode: z.enum(LEAVE_MODES, { error: "required" }),
    ways: z.union([wayField.transform((one) => [one]), z.array(wayField).max(1000)]).default([]),
    password: z.string().max(200, "wrong_password").default(""),
    sure: z.literal("on", { error: "leave_sure" }),
  })
  .transform(({ mode: all, ways, password }) => ({
    mode: all,
    password,
    ways: Object.fromEntries(ways.filter(Boolean).map((way) => way.split(":") as [string, string])),
  }));
export type RequestDeletionInput = z.output<typeof requestDeletionSchema>;
