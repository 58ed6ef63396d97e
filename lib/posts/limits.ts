/** Who may see a post. */
export const VISIBILITIES = ["public", "members", "group", "me"] as const;

export type Visibility = (typeof VISIBILITIES)[number];

export const TITLE_MAX = 300;

export const BODY_MAX = 200_000;

export const TAGS_MAX = 10;

export const TAG_MAX = 40;
