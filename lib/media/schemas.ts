import { z } from "zod";

/** The segments of a path below `/media`. Whatever else comes with it says nothing. */
export const mediaPathSchema = z.object({ path: z.array(z.string().max(80)).max(6) });

/** An upload's body is the file; it takes no other word. */
export const uploadSchema = z.strictObject({});

/** What the upload of a picture answers. Sizes in pixels. */
export const uploadedSchema = z.object({
  src: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});
export type Uploaded = z.infer<typeof uploadedSchema>;

/** What the upload or removal of a face or logo answers: the path that is shown from now on. */
export const uploadedMarkSchema = z.object({ path: z.string().nullable() });
export type UploadedMark = z.infer<typeof uploadedMarkSchema>;
