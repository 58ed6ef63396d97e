/** The most suggestions that stand in one answer, those of its trips included. */
export const LISTED_MAX = 60;
