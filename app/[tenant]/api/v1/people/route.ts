import { withTenantApi } from "@/lib/actions/with-api";
import { findPeople } from "@/lib/composing/queries";
import { peopleQuerySchema } from "@/lib/composing/schemas";

/** `GET /api/v1/people?q=&post=`: members to name in a text, at most eight. */
export const GET = withTenantApi({
  permission: "post.create",
  rate: "lookup",
  input: peopleQuerySchema,
  run: async (ctx, query) => ({ items: await findPeople(ctx, query) }),
});
