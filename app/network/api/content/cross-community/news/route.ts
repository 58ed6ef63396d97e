import { withViewerApi } from "@/lib/actions/with-api";
import { countUnifiedNews } from "@/lib/feed/unified-queries";
import { unifiedNewsSchema } from "@/lib/feed/unified-schemas";

/** `GET /api/content/cross-community/news?at=<asOf>&c=&view=`: how many posts of others came since; 21 is more than twenty. */
export const GET = withViewerApi({
  input: unifiedNewsSchema,
  run: async ({ db }, { at, view }) => ({ count: await countUnifiedNews(db, at, view) }),
});
