/** For how many days an invitation to a journey can work. */
export const INVITE_DAYS = [1, 7, 30] as const;
