import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locales";
import { APPEARANCES } from "@/lib/profiles/choices";

/** What a visitor chose for this browser on this host; null where they chose nothing. */
export interface VisitorView {
  locale: (typeof LOCALES)[number] | null;
  appearance: (typeof APPEARANCES)[number] | null;
}

/** Query of `/session/view`. */
export const viewInput = z.object({
  locale: z.enum(LOCALES).optional(),
  appearance: z.enum(APPEARANCES).optional(),
});
