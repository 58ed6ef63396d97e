import { withViewerApi } from "@/lib/actions/with-api";
import { findCompanions } from "@/lib/journeys/company";
import { choicesQuerySchema } from "@/lib/journeys/company-schemas";

/** Whom the owner of a journey can invite by name: members of their communities whose name begins with `q`. */
export const GET = withViewerApi({
  input: choicesQuerySchema,
  run: async ({ db }, { id, q }) => ({ items: await findCompanions(db, id, q) }),
});
