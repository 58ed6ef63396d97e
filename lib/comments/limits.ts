export const COMMENT_MAX = 20_000;

export const COMMENTS_PAGE_SIZE = 100;

/** Deepest level that can be answered; the database refuses more. */
export const DEEPEST_LEVEL = 60;
