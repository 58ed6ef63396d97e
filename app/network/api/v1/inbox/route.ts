import { withViewerApi } from "@/lib/actions/with-api";
import { markRead } from "@/lib/inbox/mutations";
import { getInbox } from "@/lib/inbox/queries";
import { inboxQuerySchema, markReadInput } from "@/lib/inbox/schemas";

/** What concerns me in all my communities, or in the one that `community` names; `before` is the `next` of the page before. */
export const GET = withViewerApi({
  input: inboxQuerySchema,
  run: ({ db }, input) => getInbox(db, input),
});

/** Marks groups of `ids` as read, or what came `until` a moment, in one `community` (its id) or all. Answers how many. */
export const POST = withViewerApi({
  input: markReadInput,
  run: async (ctx, input) => ({ marked: await markRead(ctx, input) }),
});
