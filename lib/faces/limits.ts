export const FACE_NAME_MAX = 80;
export const FACE_BIO_MAX = 2000;
export const CITY_MAX = 80;
export const WORDS_MAX = 10;
export const WORD_MAX = 40;

/** Who sees a part of a face: everybody in the community, those who look after it, or nobody for now. */
export const AUDIENCES = ["members", "moderators", "nobody"] as const;
export type FaceAudience = (typeof AUDIENCES)[number];

/** The parts of a face that have readers of their own. */
export const GUARDED_PARTS = ["city", "skills", "interests"] as const;
export type GuardedPart = (typeof GUARDED_PARTS)[number];
