import { withTenantApi } from "@/lib/actions/with-api";
import { findMembersByName } from "@/lib/memberships/queries";
import { memberQuerySchema } from "@/lib/memberships/schemas";

/** `GET /api/v1/members?q=`: up to eight members whose name holds this, for members. */
export const GET = withTenantApi({
  permission: "member.list",
  rate: "people",
  input: memberQuerySchema,
  run: (ctx, { q }) => findMembersByName(ctx, q),
});
