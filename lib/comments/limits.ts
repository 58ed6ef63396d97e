export const COMMENT_MAX = 20_000;

/** Threads on a page. */
export const THREADS_PAGE_SIZE = 20;

/** Deepest level that can be answered; the database refuses more. */
export const DEEPEST_LEVEL = 60;

/** Levels that stand below one another on a page; the next ones have a page of their own. */
export const LEVELS_SHOWN = 6;

export const SORTS = ["oldest", "newest"] as const;

/** Which threads come first. */
export type CommentSort = (typeof SORTS)[number];
