/** Who may see a post. */
export const VISIBILITIES = ["public", "members", "group", "me"] as const;

export type Visibility = (typeof VISIBILITIES)[number];

/** What a writer can say that a post is. */
export const KINDS = ["discussion", "question", "announcement"] as const;

export type Kind = (typeof KINDS)[number];

/** What posts can be narrowed to: a post may be several of these. What a text holds makes it one of the last two. */
export const POST_TYPES = ["question", "announcement", "picture", "link"] as const;

export type PostType = (typeof POST_TYPES)[number];

export const TITLE_MAX = 300;

export const BODY_MAX = 200_000;

export const TAGS_MAX = 10;

export const TAG_MAX = 40;
