import type { DemoCommunity } from "../types.ts";
import { description, rules } from "./bustan/about.ts";
import { events } from "./bustan/events.ts";
import { groups, members } from "./bustan/members.ts";
import { posts as first } from "./bustan/posts-1.ts";
import { posts as second } from "./bustan/posts-2.ts";
import { posts as third } from "./bustan/posts-3.ts";

/** Rooftop gardeners in Cairo: Arabic, private, joined by request, right to left. */
export const bustan: DemoCommunity = {
  slug: "bustan",
  name: "بستان المدينة",
  tagline: "نزرع على الأسطح، ونتبادل البذور، ونسأل بعضنا قبل أن نسأل الكتب.",
  description,
  rules,
  privacy: "private",
  joinPolicy: "request",
  status: "active",
  locale: "ar",
  timeZone: "Africa/Cairo",
  accent: "#3f7d3a",
  createdDaysAgo: 1120,
  members,
  groups,
  posts: [...first, ...second, ...third],
  events,
};
