import { z } from "zod";

/**
 * A moment as any of the services write it (`2026-11-20 21:28:49.01+00` or `2026-11-20T21:28:49.01+00:00`), as ISO 8601
 * with every digit kept.
 */
export const timestampColumn = z
  .string()
  .transform((text) => text.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00"));

/** Wall time without a zone, as `YYYY-MM-DDTHH:MM`. */
export const wallTimeColumn = z.string().transform((text) => text.replace(" ", "T").slice(0, 16));
