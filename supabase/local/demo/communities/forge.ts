import type { DemoCommunity } from "../types.ts";
import { md } from "../write.ts";
import { events } from "./forge/events.ts";
import { posts } from "./forge/posts.ts";

/** A makers' co-op: English, public, and at the moment suspended. */
export const forge: DemoCommunity = {
  slug: "forge",
  name: "Forge & Thread",
  tagline: "Smiths, weavers, luthiers and menders, sharing tools, tables and what an hour is worth.",
  description: md`
    A makers' co-operative in several countries and one ledger. We lend tools, split market tables, and teach each other the part of the trade that is not in the books.
  `,
  rules: md`
    1. Say who made it.
    2. Ask before you copy, thank after.
    3. No selling in the comments.
  `,
  privacy: "public",
  joinPolicy: "request",
  status: "suspended",
  locale: "en",
  timeZone: "Africa/Johannesburg",
  accent: "#5b4a8a",
  createdDaysAgo: 190,
  members: [
    { person: "bram", role: "owner", status: "active", displayName: "Bram, iron", joinedDaysAgo: 190 },
    { person: "marisol", role: "admin", status: "active", displayName: "Marisol, cloth", joinedDaysAgo: 190 },
    {
      person: "camilo",
      role: "moderator",
      status: "active",
      displayName: "Camilo, strings",
      joinedDaysAgo: 182,
    },
    { person: "piotr", role: "member", status: "active", joinedDaysAgo: 188 },
    { person: "priya", role: "member", status: "active", joinedDaysAgo: 140 },
    { person: "keoni", role: "member", status: "active", displayName: "Keoni", joinedDaysAgo: 121 },
    { person: "wren", role: "member", status: "active", joinedDaysAgo: 133 },
    { person: "ximena", role: "member", status: "active", joinedDaysAgo: 132 },
    {
      person: "tarek",
      role: "member",
      status: "requested",
      displayName: "Tarek the joiner",
      joinedDaysAgo: 22,
    },
  ],
  groups: [
    {
      key: "ledger",
      name: "The ledger",
      description: "Prices, hours and who owes whom a set of tongs.",
      members: ["bram", "marisol", "priya"],
    },
  ],
  posts,
  events,
};
