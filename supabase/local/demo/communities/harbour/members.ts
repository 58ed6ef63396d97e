import type { DemoGroup, DemoMember } from "../../types.ts";

export const members: readonly DemoMember[] = [
  {
    person: "eleanor",
    role: "owner",
    status: "active",
    displayName: "Eleanor Trevanion (captain)",
    joinedDaysAgo: 1830,
  },
  { person: "dafydd", role: "admin", status: "active", displayName: "Dafydd, boats", joinedDaysAgo: 1829 },
  {
    person: "june",
    role: "admin",
    status: "active",
    joinedDaysAgo: 1829,
    bio: "Bow seat since before the present harbour wall.",
  },
  {
    person: "amara",
    role: "moderator",
    status: "active",
    joinedDaysAgo: 1402,
    bio: "Water safety officer. Sign out, sign in, wear a layer more than you think.",
  },
  { person: "callum", role: "moderator", status: "active", joinedDaysAgo: 1107 },
  { person: "siobhan", role: "member", status: "active", displayName: "Siobhán (cox)", joinedDaysAgo: 987 },
  { person: "priya", role: "member", status: "active", displayName: "Priya V.", joinedDaysAgo: 941 },
  { person: "piotr", role: "member", status: "active", joinedDaysAgo: 1366 },
  { person: "yusuf", role: "member", status: "active", displayName: "Yusuf the baker", joinedDaysAgo: 143 },
  { person: "femi", role: "member", status: "active", displayName: "Fẹ́mi", joinedDaysAgo: 512 },
  {
    person: "hanh",
    role: "member",
    status: "active",
    displayName: "Hạnh",
    bio: "Seat four, and eelgrass.",
    joinedDaysAgo: 356,
  },
  {
    person: "maya",
    role: "member",
    status: "active",
    displayName: "Maya Haddad",
    bio: "Draws maps. Three seat, bucket rig, apologetic.",
    joinedDaysAgo: 468,
  },
  { person: "tobias", role: "member", status: "suspended", joinedDaysAgo: 377 },
  { person: "bram", role: "member", status: "removed", displayName: "Bram v.d.W.", joinedDaysAgo: 1510 },
  { person: "wren", role: "member", status: "requested", joinedDaysAgo: 3 },
  { person: "keoni", role: "member", status: "requested", joinedDaysAgo: 1 },
  { person: "desmond", role: "member", status: "invited", joinedDaysAgo: 6 },
];

export const groups: readonly DemoGroup[] = [
  {
    key: "bench",
    name: "The bench",
    description: "Repairs, varnish, borrowed tools and what is to be done about Second Wind.",
    members: ["dafydd", "piotr", "eleanor", "priya", "femi", "maya"],
  },
  {
    key: "juniors",
    name: "Juniors' coaches",
    description: "Plans and lifts for the under-eighteens. Adults only in here.",
    members: ["callum", "amara", "siobhan", "hanh", "eleanor"],
  },
];
