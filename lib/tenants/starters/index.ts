import { closestLanguage } from "@/lib/i18n/closest-language";
import { PURPOSES, type Purpose, type PurposeChoice } from "../purposes";
import { ar } from "./ar";
import { en } from "./en";
import { es } from "./es";
import { ja } from "./ja";
import type { Starters } from "./starter";

const STARTERS: Readonly<Record<string, Starters>> = { en, es, ar, ja };

function startersIn(locale: string): Starters {
  return STARTERS[closestLanguage(Object.keys(STARTERS), locale)] ?? en;
}

/** The `p_starter` of `create_community`, and the sentence that a community has unless its founder wrote one. */
export interface Starter {
  tagline: string;
  description: string;
  rules: string;
  groups: { name: string; description: string }[];
  posts: { title: string; body: string; tags: string[] }[];
}

/** What a community of a purpose begins with, in the language nearest to its own; null where it begins empty. */
export function starterOf(purpose: PurposeChoice, locale: string): Starter | null {
  if (purpose === "blank") return null;
  const { rules, welcome, hello, purposes } = startersIn(locale);
  const { tagline, description, rule, groups, post } = purposes[purpose];
  return {
    tagline,
    description,
    rules: [...rules, rule].map((line, n) => `${n + 1}. ${line}`).join("\n"),
    groups: [...groups],
    posts: [welcome, hello, post].map((sample) => ({ ...sample, tags: [...sample.tags] })),
  };
}

/** The sentence that each purpose suggests. */
export function suggestTaglines(locale: string): Record<Purpose, string> {
  const { purposes } = startersIn(locale);
  return Object.fromEntries(PURPOSES.map((purpose) => [purpose, purposes[purpose].tagline])) as Record<
    Purpose,
    string
  >;
}
