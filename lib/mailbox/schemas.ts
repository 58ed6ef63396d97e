import { z } from "zod";

/** A mail that the embedded stack caught instead of sending it. `sentAt` is ISO 8601. */
export const mailSchema = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.string(),
});
export type Mail = z.infer<typeof mailSchema>;
