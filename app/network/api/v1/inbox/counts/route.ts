import { withViewerApi } from "@/lib/actions/with-api";
import { nothing } from "@/lib/auth/schemas";
import { getInboxCounts } from "@/lib/inbox/queries";

/** How much is unread in each of my communities; 100 stands for more than 99. */
export const GET = withViewerApi({
  input: nothing,
  run: async ({ db }) => ({ communities: await getInboxCounts(db) }),
});
