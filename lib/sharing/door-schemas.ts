import { z } from "zod";
import { type PostSummary, postRowSchema } from "@/lib/posts/schemas";
import { SHARE_SCOPES } from "./choices";
import { sharePlaceSchema } from "./schemas";

/** The answer of `waiting_shares`: what moderators are asked to let in, the longest first. */
export const waitingAnswerSchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      home: sharePlaceSchema,
      scope: z.enum(SHARE_SCOPES),
      note: z.string(),
      /** Who wants it here, where that is not its author. */
      by: z.string().nullable(),
      asked_at: z.string(),
      expires_at: z.string().nullable(),
      post: postRowSchema,
      body: z.string(),
    }),
  ),
  next: z.uuid().nullable(),
});
export type WaitingAnswer = z.infer<typeof waitingAnswerSchema>;

/** A post at the door as its page shows it. `body` is Markdown. */
export interface WaitingShare extends Omit<WaitingAnswer["items"][number], "post"> {
  post: PostSummary;
}

/** Query of the page: the last share of the page before. */
export const waitingAfterSchema = z.uuid();

/** A moderator's answer to a post at the door. */
export const reviewShareInput = z.strictObject({ share: z.uuid(), accept: z.stringbool().or(z.boolean()) });
