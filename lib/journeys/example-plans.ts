import type { ActivityState } from "./choices";

interface ExampleActivity {
  /** Its text in `examples.<plan>.<key>`. */
  key: string;
  /** Days after the first, and from when until when; without a day it is an idea without a time. */
  day?: number;
  from?: string;
  until?: string;
  state?: ActivityState;
}

/** Journeys to begin with: their words are texts, in every language. */
export const EXAMPLES = [
  {
    name: "weekend",
    days: 2,
    activities: [
      { key: "arrive", day: 0, from: "10:00", until: "10:30" },
      { key: "market", day: 0, from: "11:00", until: "12:30" },
      { key: "meetup", day: 0, from: "15:00", until: "17:00" },
      { key: "dinner", day: 0, from: "19:30", until: "21:30" },
      { key: "walk", day: 1, from: "09:30", until: "12:00" },
      { key: "rain", state: "idea" },
    ],
  },
  {
    name: "conference",
    days: 3,
    activities: [
      { key: "travel", day: 0, from: "08:00", until: "11:00" },
      { key: "opening", day: 0, from: "14:00", until: "15:30" },
      { key: "talks", day: 1, from: "09:30", until: "12:30" },
      { key: "hallway", day: 1, from: "13:30", until: "15:00" },
      { key: "workshop", day: 2, from: "10:00", until: "13:00" },
      { key: "home", day: 2, from: "16:00", until: "19:00" },
      { key: "notes", state: "idea" },
    ],
  },
  {
    name: "together",
    days: 7,
    activities: [
      { key: "call", day: 0, from: "18:00", until: "18:45" },
      { key: "plan", day: 1, from: "17:00", until: "18:00" },
      { key: "invite", day: 2, from: "12:00", until: "12:30" },
      { key: "gather", day: 6, from: "15:00", until: "18:00" },
      { key: "thanks", state: "idea" },
    ],
  },
] as const satisfies readonly { name: string; days: number; activities: readonly ExampleActivity[] }[];

export type ExampleName = (typeof EXAMPLES)[number]["name"];
