/** What becomes of what somebody made in a community when they leave it. */
export const LEAVE_MODES = ["keep", "anonymise", "remove"] as const;
export type LeaveMode = (typeof LEAVE_MODES)[number];

/**
 * - `stays`: as it is
 * - `unnamed`: stays, as written by a former member
 * - `goes`: is erased
 * - `ends`: is taken back
 * - `handed`: somebody else looks after it
 * - `theirs`: words of other people, which stay theirs
 * - `hidden`: words of other people that nobody reads any more
 */
export type LeaveOutcome = "stays" | "unnamed" | "goes" | "ends" | "handed" | "theirs" | "hidden";

type Outcomes = Readonly<Record<LeaveMode, LeaveOutcome>>;

const made: Outcomes = { keep: "stays", anonymise: "unnamed", remove: "goes" };
const own: Outcomes = { keep: "stays", anonymise: "goes", remove: "goes" };
const always = (outcome: LeaveOutcome): Outcomes => ({ keep: outcome, anonymise: outcome, remove: outcome });

/** Every kind that the preview counts, in the order in which it is shown. */
export const LEAVE_OUTCOMES = {
  posts: made,
  comments: made,
  lane_comments: made,
  events: made,
  pictures: made,
  likes: made,
  notes: own,
  removed_posts: own,
  bookmarks: own,
  shares: always("ends"),
  groups: always("handed"),
  mentions: always("theirs"),
  answers: { keep: "stays", anonymise: "stays", remove: "hidden" },
} as const satisfies Record<string, Outcomes>;

export type LeaveKind = keyof typeof LEAVE_OUTCOMES;
export const LEAVE_KINDS = Object.keys(LEAVE_OUTCOMES) as LeaveKind[];
