import type { PersonKey } from "./people.ts";

/** Somebody with a sign-in on the demo network; `bio` is Markdown in the language of `locale`. */
export interface DemoPerson {
  readonly key: string;
  readonly email: `${string}@demo.archipelago.test`;
  readonly name: string;
  readonly bio: string;
  /** BCP 47, for example `es-AR`. */
  readonly locale: string;
  /** IANA, for example `Europe/London`. */
  readonly timeZone: string;
  readonly staff?: boolean;
}

export type DemoRole = "owner" | "admin" | "moderator" | "member";
export type DemoMemberStatus = "active" | "invited" | "requested" | "suspended" | "removed";

/** One person's place in one community; `displayName` and `bio` are the face shown only there. */
export interface DemoMember {
  readonly person: PersonKey;
  readonly role: DemoRole;
  readonly status: DemoMemberStatus;
  readonly displayName?: string;
  readonly bio?: string;
  readonly joinedDaysAgo: number;
}

export interface DemoGroup {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly members: readonly PersonKey[];
}

/** A comment and what hangs below it. A removed one keeps its body here and its replies in the thread. */
export interface DemoComment {
  readonly author: PersonKey;
  readonly body: string;
  /** Minutes before the moment of seeding. */
  readonly minutesAgo: number;
  readonly removed?: "author" | "moderator";
  readonly replies?: readonly DemoComment[];
}

export type DemoVisibility = "public" | "members" | "group" | "me";

export interface DemoPost {
  /** Unique within its community. */
  readonly key: string;
  readonly author: PersonKey;
  readonly title?: string;
  /** Markdown. */
  readonly body: string;
  readonly tags: readonly string[];
  /** A discussion unless given. */
  readonly kind?: "question" | "announcement";
  readonly visibility: DemoVisibility;
  /** The key of a group of the same community; present exactly when `visibility` is `group`. */
  readonly group?: string;
  readonly pinned?: boolean;
  readonly edited?: boolean;
  /** Minutes before the moment of seeding. */
  readonly minutesAgo: number;
  readonly likes: readonly PersonKey[];
  readonly comments: readonly DemoComment[];
}

interface DemoEventBase {
  /** Unique within its community. */
  readonly key: string;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly organizer: PersonKey;
  /** Days from today in `timeZone`; negative is past. */
  readonly startsInDays: number;
  /** IANA zone of the place, or of the host for an online event. */
  readonly timeZone: string;
  readonly place?: { readonly venue: string; readonly city: string; readonly country: string };
  readonly onlineUrl?: string;
  readonly cancelled?: boolean;
}

export interface DemoTimedEvent extends DemoEventBase {
  readonly allDay: false;
  /** Wall time at `timeZone`, `HH:MM`. */
  readonly startTime: string;
  readonly durationMinutes: number;
  readonly days?: undefined;
}

export interface DemoAllDayEvent extends DemoEventBase {
  readonly allDay: true;
  /** How many calendar days it takes, at least 1. */
  readonly days: number;
  readonly startTime?: undefined;
  readonly durationMinutes?: undefined;
}

export type DemoEvent = DemoTimedEvent | DemoAllDayEvent;

export interface DemoCommunity {
  readonly slug: string;
  readonly name: string;
  /** At most 120 characters. */
  readonly tagline: string;
  /** Markdown. */
  readonly description: string;
  /** Markdown. */
  readonly rules: string;
  readonly privacy: "public" | "private" | "secret";
  readonly joinPolicy: "open" | "request" | "invite";
  readonly status: "active" | "suspended";
  readonly locale: string;
  readonly timeZone: string;
  /** Hex colour, `#rrggbb`. */
  readonly accent: string;
  readonly domain?: string;
  readonly createdDaysAgo: number;
  readonly members: readonly DemoMember[];
  readonly groups: readonly DemoGroup[];
  readonly posts: readonly DemoPost[];
  readonly events: readonly DemoEvent[];
}

export interface DemoNetwork {
  readonly people: readonly DemoPerson[];
  readonly communities: readonly DemoCommunity[];
}

/** An account worth trying, as printed after `npm run up`. */
export interface DemoSignIn {
  readonly who: string;
  readonly email: string;
  readonly password: string;
  readonly what: string;
}
