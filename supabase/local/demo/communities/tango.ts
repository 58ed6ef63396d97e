import type { DemoCommunity } from "../types.ts";
import { description, rules } from "./tango/about.ts";
import { cabeceo } from "./tango/cabeceo.ts";
import { events } from "./tango/events.ts";
import { groups, members } from "./tango/members.ts";
import { posts as first } from "./tango/posts-1.ts";
import { posts as second } from "./tango/posts-2.ts";
import { posts as third } from "./tango/posts-3.ts";
import { posts as fourth } from "./tango/posts-4.ts";

/** A neighbourhood tango night in Buenos Aires: Spanish, public, open, on a domain of its own. */
export const tango: DemoCommunity = {
  slug: "tango",
  name: "Milonga del Puerto",
  tagline: "Una milonga de barrio al borde del Riachuelo, los jueves y lo que se habla después.",
  description,
  rules,
  privacy: "public",
  joinPolicy: "open",
  status: "active",
  locale: "es",
  timeZone: "America/Argentina/Buenos_Aires",
  accent: "#a3263c",
  domain: "milonga.localhost",
  createdDaysAgo: 2190,
  members,
  groups,
  posts: [...first, cabeceo, ...second, ...third, ...fourth],
  events,
};
