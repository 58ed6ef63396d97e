import { withViewerApi } from "@/lib/actions/with-api";
import { checkSlug } from "@/lib/tenants/create-mutations";
import { slugQuerySchema } from "@/lib/tenants/create-schemas";

/** Whether an address may be had for a new community: `?slug=`. */
export const GET = withViewerApi({
  input: slugQuerySchema,
  run: (ctx, { slug }) => checkSlug(ctx, slug),
});
