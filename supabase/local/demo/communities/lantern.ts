import type { DemoCommunity } from "../types.ts";
import { description, rules } from "./lantern/about.ts";
import { events } from "./lantern/events.ts";
import { groups, members } from "./lantern/members.ts";
import { posts as first } from "./lantern/posts-1.ts";
import { posts as second } from "./lantern/posts-2.ts";
import { posts as third } from "./lantern/posts-3.ts";

/** A small circle for slow books: English, secret, by invitation only. */
export const lantern: DemoCommunity = {
  slug: "lantern",
  name: "The Lantern Circle",
  tagline: "One long book at a time, ten pages a day, and letters in the evening.",
  description,
  rules,
  privacy: "secret",
  joinPolicy: "invite",
  status: "active",
  locale: "en",
  timeZone: "America/New_York",
  accent: "#8a5a13",
  createdDaysAgo: 804,
  members,
  groups,
  posts: [...first, ...second, ...third],
  events,
};
