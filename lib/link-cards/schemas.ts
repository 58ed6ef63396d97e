import { z } from "zod";

/** The card of a link: plain text that a page said of itself. */
export const linkCardSchema = z.object({
  /** As the post has it. */
  url: z.string(),
  title: z.string(),
  description: z.string(),
  site_name: z.string(),
});
