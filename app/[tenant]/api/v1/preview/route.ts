import { z } from "zod";
import { withTenantApi } from "@/lib/actions/with-api";
import { COMMENT_MARKDOWN } from "@/lib/comments/rules";
import { renderMarkdown } from "@/lib/markdown/render";
import { BODY_MAX } from "@/lib/posts/limits";

/** `POST /api/v1/preview` `{ markdown, kind? }`: the HTML that readers would get, safe to put into a page. */
export const POST = withTenantApi({
  permission: "post.create",
  rate: "read",
  input: z.strictObject({
    markdown: z.string().max(BODY_MAX * 2),
    kind: z.enum(["post", "comment"]).default("post"),
  }),
  run: async (_ctx, { markdown, kind }) => ({
    html: renderMarkdown(markdown, { ...(kind === "comment" ? COMMENT_MARKDOWN : {}), idPrefix: "preview-" }),
  }),
});
