import type { Locale } from "./locales";
import { arabic } from "./messages/ar";
import { english } from "./messages/en";
import { spanish } from "./messages/es";
import { japanese } from "./messages/ja";

/** All texts of the app by namespace. English is the reference that the other languages follow. */
export type Messages = typeof english;

/** The texts in each language that the app speaks. A missing one is an error of types. */
export const CATALOGUES: Readonly<Record<Locale, Messages>> = {
  en: english,
  es: spanish,
  ar: arabic,
  ja: japanese,
};
