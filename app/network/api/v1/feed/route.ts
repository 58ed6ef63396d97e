import { withViewerApi } from "@/lib/actions/with-api";
import { getUnifiedPage } from "@/lib/feed/unified-queries";
import { unifiedQuerySchema } from "@/lib/feed/unified-schemas";

/** The feed of all one's communities, or of those that `c` names; `before` is the `next` of the page before. */
export const GET = withViewerApi({
  input: unifiedQuerySchema,
  run: ({ db }, { c, before, limit }) => getUnifiedPage(db, { slugs: c, before, limit, communities: false }),
});
