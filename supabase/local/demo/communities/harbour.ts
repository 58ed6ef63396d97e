import type { DemoCommunity } from "../types.ts";
import { description, rules } from "./harbour/about.ts";
import { events } from "./harbour/events.ts";
import { groups, members } from "./harbour/members.ts";
import { names } from "./harbour/names.ts";
import { posts as first } from "./harbour/posts-1.ts";
import { posts as second } from "./harbour/posts-2.ts";
import { posts as third } from "./harbour/posts-3.ts";

/** A coastal rowing club in England: English, public, joined by request. */
export const harbour: DemoCommunity = {
  slug: "harbour",
  name: "Harbour Rowing Club",
  tagline: "Wooden gigs on the tidal Orle. We go out when the water says so, which is usually early.",
  description,
  rules,
  privacy: "public",
  joinPolicy: "request",
  status: "active",
  locale: "en",
  timeZone: "Europe/London",
  accent: "#1f5f8b",
  createdDaysAgo: 1830,
  members,
  groups,
  posts: [...first, names, ...second, ...third],
  events,
};
