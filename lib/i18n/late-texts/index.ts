import type { AbstractIntlMessages } from "next-intl";
import { type Locale, pickLocale } from "../locales";

const LATE_TEXTS: Record<Locale, () => Promise<{ texts: AbstractIntlMessages }>> = {
  en: () => import("./en"),
  es: () => import("./es"),
  ar: () => import("./ar"),
  ja: () => import("./ja"),
};

/** Texts of what browsers fetch when it is first wanted: no page carries them. */
export async function fetchLateTexts(locale: string): Promise<AbstractIntlMessages> {
  return (await LATE_TEXTS[pickLocale([locale])]()).texts;
}
