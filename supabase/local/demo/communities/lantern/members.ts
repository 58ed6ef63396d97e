import type { DemoGroup, DemoMember } from "../../types.ts";

export const members: readonly DemoMember[] = [
  { person: "henrietta", role: "owner", status: "active", displayName: "Henrietta", joinedDaysAgo: 803 },
  { person: "desmond", role: "admin", status: "active", displayName: "Desmond", joinedDaysAgo: 801 },
  { person: "ruth", role: "moderator", status: "active", displayName: "Ruth, nights", joinedDaysAgo: 788 },
  { person: "wren", role: "member", status: "active", displayName: "Wren", joinedDaysAgo: 530 },
  {
    person: "siobhan",
    role: "member",
    status: "active",
    displayName: "Siobhán",
    joinedDaysAgo: 466,
    bio: "I shout at rowers by day. Please do not make me do it here.",
  },
  { person: "june", role: "member", status: "active", displayName: "June W.", joinedDaysAgo: 455 },
  { person: "femi", role: "member", status: "active", displayName: "Fẹ́mi", joinedDaysAgo: 341 },
  { person: "vera", role: "member", status: "active", displayName: "Věra D.", joinedDaysAgo: 612 },
  { person: "kenji", role: "member", status: "active", displayName: "健二", joinedDaysAgo: 287 },
  {
    person: "maya",
    role: "member",
    status: "active",
    displayName: "M.",
    bio: "Reads with a pencil and a ruler.",
    joinedDaysAgo: 398,
  },
  { person: "tobias", role: "member", status: "removed", joinedDaysAgo: 240 },
  { person: "priya", role: "member", status: "invited", joinedDaysAgo: 4 },
];

export const groups: readonly DemoGroup[] = [
  {
    key: "small-hours",
    name: "The small hours",
    description: "For whoever is awake. No replies expected before breakfast, wherever breakfast is.",
    members: ["ruth", "maya", "vera", "femi", "kenji"],
  },
];
