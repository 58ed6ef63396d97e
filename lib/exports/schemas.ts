import { z } from "zod";

export const EXPORT_STATES = ["waiting", "running", "done", "failed", "cancelled", "expired"] as const;
export const EXPORT_FAILURES = ["storage_down", "too_large", "unexpected"] as const;

export const exportCardSchema = z.object({
  id: z.uuid(),
  status: z.enum(EXPORT_STATES),
  /** Hundredths. */
  progress: z.number().int(),
  bytes: z.number().int().nullable(),
  /** SHA-256 in hex. */
  checksum: z.string().nullable(),
  reason: z.enum(EXPORT_FAILURES).nullable(),
  requested_at: z.string(),
  expires_at: z.string().nullable(),
  /** Of everything, else of one community. */
  whole: z.boolean(),
  /** Its name; null too where it is gone. */
  community: z.string().nullable(),
});
export type ExportCard = z.infer<typeof exportCardSchema>;

/** The answer of `my_exports`; null where one has nothing to do with the community asked about. */
export const exportsSchema = z
  .object({
    exports: z.array(exportCardSchema),
    communities: z.array(z.object({ slug: z.string(), name: z.string() })),
    estimate: z.object({ texts: z.number().int(), pictures: z.number().int(), bytes: z.number().int() }),
  })
  .nullable();
export type MyExports = NonNullable<z.infer<typeof exportsSchema>>;

/** The form that asks for one; `of` is a slug, empty for everything. */
export const requestExportSchema = z
  .strictObject({ of: z.string().max(40).default("") })
  .transform(({ of }) => ({ slug: of === "" ? null : of }));

export const cancelExportSchema = z.strictObject({ id: z.uuid() });

export const openExportSchema = z.strictObject({ id: z.uuid(), token: z.string().min(1).max(200) });

/** Why a link did not open; each has a sentence. */
export const EXPORT_PROBLEMS = ["wrong_link", "export_expired", "export_not_ready", "sign_in_again"] as const;
