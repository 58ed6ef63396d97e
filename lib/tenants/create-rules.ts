import { parseSlug, SLUG_MAX_LENGTH, type SlugProblem } from "@/lib/tenancy/slug";

/** Keys of `errors` for what can be wrong with an address. What is kept for the platform reads like what is taken. */
const PROBLEM_TEXTS = {
  too_short: "slug_short",
  too_long: "slug_long",
  characters: "slug_characters",
  punycode: "slug_hyphens",
  hyphens: "slug_hyphens",
  reserved: "slug_unavailable",
  confusable: "slug_unavailable",
} as const satisfies Record<SlugProblem, string>;

/** Key of `errors` for what is wrong with an address. */
export type SlugText = (typeof PROBLEM_TEXTS)[SlugProblem];

/** The key of the text for what is wrong with a wanted address, or null. */
export function findSlugText(slug: string): SlugText | null {
  const parsed = parseSlug(slug);
  return parsed.ok ? null : PROBLEM_TEXTS[parsed.reason];
}

/** What somebody means when they type an address: lower case, spaces as hyphens. */
export function tidySlug(typed: string): string {
  return typed.toLowerCase().replace(/[\s_.]+/g, "-");
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};

/**
 * An address that fits a name: "Café del Mar" gives `cafe-del-mar`. Empty where the name is written in letters that
 * an address cannot hold; its founder then chooses one.
 */
export function suggestSlug(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]/g, (letter) => LETTERS[letter] ?? "-")
    .replace(/-+/g, "-")
    .replace(/^-+|-+$/g, "");
  const cut = shorten(plain);
  if (cut.length < 2) return "";
  return [cut, shorten(`the-${cut}`), shorten(`${cut}-circle`)].find((slug) => parseSlug(slug).ok) ?? "";
}

/** Ends at a whole word where that leaves enough. */
function shorten(slug: string): string {
  if (slug.length <= SLUG_MAX_LENGTH) return slug;
  const cut = slug.slice(0, SLUG_MAX_LENGTH);
  const whole = slug[SLUG_MAX_LENGTH] === "-" ? cut : cut.slice(0, Math.max(cut.lastIndexOf("-"), 0));
  return (whole.length >= SLUG_MAX_LENGTH / 2 ? whole : cut).replace(/-+$/, "");
}
