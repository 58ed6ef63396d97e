import { z } from "zod";
import { withTenantApi } from "@/lib/actions/with-api";
import { renderMarkdown } from "@/lib/markdown/render";
import { BODY_MAX } from "@/lib/posts/schemas";

/** `POST /api/v1/preview` `{ markdown }`: the HTML that readers would get, safe to put into a page. */
export const POST = withTenantApi({
  permission: "post.create",
  rate: "read",
  input: z.strictObject({ markdown: z.string().max(BODY_MAX * 2) }),
  run: async (_ctx, { markdown }) => ({ html: renderMarkdown(markdown) }),
});
