import { z } from "zod";
import { POST_TYPES } from "@/lib/posts/limits";
import { timestampColumn } from "@/lib/supabase/columns";

/** A public post as feeds carry it. `body` is its Markdown, null where that is too long to send along. */
export const publicPostSchema = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  lead: z.string(),
  body: z.string().nullable(),
  body_length: z.number().int(),
  tags: z.array(z.string()),
  types: z.array(z.enum(POST_TYPES)),
  created_at: timestampColumn,
  edited_at: timestampColumn.nullable(),
  author: z.string(),
});
export type PublicPost = z.infer<typeof publicPostSchema>;
