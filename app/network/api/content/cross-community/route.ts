import { withViewerApi } from "@/lib/actions/with-api";
import { getUnifiedPage } from "@/lib/feed/unified-queries";
import { unifiedQuerySchema } from "@/lib/feed/unified-schemas";

/**
 * `GET /api/content/cross-community?c=<slug,slug>&order=<time|balanced>&only=mentions&before=<cursor>&limit=<1..50>`, or
 * `?view=<id>` of a kept view: one page of what is new in one's communities. `before` is the `next` of the page before.
 */
export const GET = withViewerApi({
  input: unifiedQuerySchema,
  run: ({ db }, request) => getUnifiedPage(db, request),
});
