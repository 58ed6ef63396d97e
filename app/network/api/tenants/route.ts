import { withGuestApi } from "@/lib/actions/with-api";
import { getDirectoryPage } from "@/lib/tenants/directory-queries";
import { directoryQuerySchema } from "@/lib/tenants/directory-schemas";

/** The directory of communities: `q`, `language`, `join` and `privacy` narrow it, `after` is the `next` of the page before. */
export const GET = withGuestApi({
  rate: "read",
  input: directoryQuerySchema,
  run: ({ db }, query) => getDirectoryPage(db, query),
});
