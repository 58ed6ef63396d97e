import { withViewerApi } from "@/lib/actions/with-api";
import { getSavedPosts } from "@/lib/bookmarks/queries";
import { savedQuerySchema } from "@/lib/bookmarks/schemas";

/** What I keep for later in all my communities, last kept first; `before` is the `next` of the page before. */
export const GET = withViewerApi({
  input: savedQuerySchema,
  run: ({ db }, input) => getSavedPosts(db, { tenant: null, ...input }),
});
