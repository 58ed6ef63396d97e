import { withViewerApi } from "@/lib/actions/with-api";
import { getReasons } from "@/lib/feed/unified-queries";
import { whyQuerySchema } from "@/lib/feed/unified-schemas";

/** `GET /api/content/cross-community/why?home=<community>&post=<post>`: why the post stands in what one reads. */
export const GET = withViewerApi({
  input: whyQuerySchema,
  run: async ({ db }, post) => ({ reasons: await getReasons(db, post) }),
});
