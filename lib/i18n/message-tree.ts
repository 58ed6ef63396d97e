import type { AbstractIntlMessages } from "next-intl";

/** The texts at these paths (`feed.like`, `post.comments`), in the places they had. Unknown paths are left out. */
export function pickMessages(all: AbstractIntlMessages, paths: readonly string[]): AbstractIntlMessages {
  return paths.reduce<AbstractIntlMessages>((picked, path) => {
    const keys = path.split(".");
    const found = keys.reduce<AbstractIntlMessages | string | undefined>(
      (tree, key) => (typeof tree === "object" ? tree[key] : undefined),
      all,
    );
    if (found === undefined) return picked;
    const branch = keys.reduceRight<AbstractIntlMessages | string>((tree, key) => ({ [key]: tree }), found);
    return typeof branch === "object" ? mergeMessages(picked, branch) : picked;
  }, {});
}

/** Two trees of texts as one; where both have a text, the second one's counts. */
export function mergeMessages(one: AbstractIntlMessages, other: AbstractIntlMessages): AbstractIntlMessages {
  const merged = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = merged[key];
    merged[key] =
      typeof before === "object" && typeof value === "object" ? mergeMessages(before, value) : value;
  }
  return merged;
}
