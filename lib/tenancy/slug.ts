import { RESERVED_SLUGS } from "./reserved-slugs";

/**
 * A community's address: 2 to 40 of a-z, 0-9 and single hyphens inside, which also keeps `xn--` out.
 * Means the same to JavaScript and to PostgreSQL; `tenants.slug` is checked with it.
 */
export const SLUG_PATTERN = "^[a-z0-9](?:[a-z0-9]|-(?!-)){0,38}[a-z0-9]$";

export const SLUG_MIN_LENGTH = 2;
export const SLUG_MAX_LENGTH = 40;

/** Why an address was refused; each has its own message. */
export type SlugProblem =
  | "too_short"
  | "too_long"
  | "characters"
  | "punycode"
  | "hyphens"
  | "reserved"
  | "confusable";

export type SlugResult = { ok: true; slug: string } | { ok: false; reason: SlugProblem };

const LOOKS_LIKE: Readonly<Record<string, string>> = { "0": "o", "1": "l", "3": "e", "5": "s", i: "l" };
const slugPattern = new RegExp(SLUG_PATTERN);
const reserved = new Set(RESERVED_SLUGS);
const reservedSkeletons = new Set(RESERVED_SLUGS.map(slugSkeleton));

/** Checks a wanted address as written; it changes nothing, so trim and lower the case before. */
export function parseSlug(input: unknown): SlugResult {
  if (typeof input !== "string") return { ok: false, reason: "characters" };
  const reason = findSlugProblem(input);
  return reason ? { ok: false, reason } : { ok: true, slug: input };
}

/** Whether a label has the shape of a slug. Says nothing about reserved names. */
export function isSlugShaped(label: string): boolean {
  return slugPattern.test(label);
}

/** Whether the platform keeps this address, or one that reads the same, for itself. */
export function isReservedSlug(slug: string): boolean {
  return reserved.has(slug) || reservedSkeletons.has(slugSkeleton(slug));
}

/**
 * What a slug looks like at a glance: hyphens gone, `rn` as m, `vv` as w, and 0, 1, 3, 5, i as the
 * letters they pass for. Equal skeletons count as one address. `private.slug_skeleton` in the
 * database does the same, step by step.
 */
export function slugSkeleton(slug: string): string {
  const joined = slug.replaceAll("-", "").replaceAll("rn", "m").replaceAll("vv", "w");
  return joined.replace(/[0135i]/g, (character) => LOOKS_LIKE[character] ?? character);
}

function findSlugProblem(input: string): SlugProblem | null {
  if (input.length < SLUG_MIN_LENGTH) return "too_short";
  if (input.length > SLUG_MAX_LENGTH) return "too_long";
  if (!/^[a-z0-9-]+$/.test(input)) return "characters";
  if (input.startsWith("xn--")) return "punycode";
  if (!isSlugShaped(input)) return "hyphens";
  if (reserved.has(input)) return "reserved";
  return isReservedSlug(input) ? "confusable" : null;
}
