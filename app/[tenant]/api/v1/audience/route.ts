import { withTenantApi } from "@/lib/actions/with-api";
import { findAudience } from "@/lib/composing/queries";
import { audienceQuerySchema } from "@/lib/composing/schemas";

/** `GET /api/v1/audience`: who would read what is written, to a group, below a post, or to the community. */
export const GET = withTenantApi({
  permission: "post.create",
  rate: "lookup",
  input: audienceQuerySchema,
  run: findAudience,
});
