import type { DemoGroup, DemoMember } from "../../types.ts";

export const members: readonly DemoMember[] = [
  { person: "salma", role: "owner", status: "active", joinedDaysAgo: 1120 },
  { person: "hassan", role: "admin", status: "active", displayName: "الأستاذ حسن", joinedDaysAgo: 1116 },
  { person: "mariam", role: "moderator", status: "active", displayName: "د. مريم جرجس", joinedDaysAgo: 1061 },
  {
    person: "hoda",
    role: "member",
    status: "active",
    displayName: "أم يوسف",
    bio: "سطحنا في إمبابة، والسُلَّم ستة أدوار بلا مصعد.",
    joinedDaysAgo: 1003,
  },
  { person: "karim", role: "member", status: "active", joinedDaysAgo: 688 },
  { person: "tarek", role: "member", status: "active", displayName: "الأسطى طارق", joinedDaysAgo: 930 },
  { person: "layla", role: "member", status: "active", displayName: "ليلى من إسكندرية", joinedDaysAgo: 541 },
  {
    person: "ibrahim",
    role: "member",
    status: "active",
    displayName: "عم إبراهيم الدمنهوري",
    joinedDaysAgo: 274,
  },
  { person: "idris", role: "member", status: "active", displayName: "إدريس الطنجي", joinedDaysAgo: 402 },
  { person: "nadia", role: "member", status: "active", displayName: "نادية بن سالم", joinedDaysAgo: 390 },
  {
    person: "maya",
    role: "member",
    status: "active",
    displayName: "مايا حداد",
    bio: "بيروتية على شبّاك إنجليزي. عندي كزبرة واحدة وآمال كثيرة.",
    joinedDaysAgo: 377,
  },
  { person: "yusuf", role: "member", status: "requested", displayName: "يوسف الخبّاز", joinedDaysAgo: 2 },
  { person: "marisol", role: "member", status: "invited", displayName: "ماريسول", joinedDaysAgo: 5 },
  { person: "rolando", role: "member", status: "removed", joinedDaysAgo: 150 },
];

export const groups: readonly DemoGroup[] = [
  {
    key: "seed-bank",
    name: "بنك البذور",
    description: "الجرد، وما يوشك أن ينفد، وتجارب الإنبات.",
    members: ["hassan", "salma", "mariam", "nadia", "maya", "layla"],
  },
  {
    key: "water",
    name: "الماء والأسطح",
    description: "الري والخزانات والعزل وما يحتمله السقف.",
    members: ["karim", "tarek", "salma", "ibrahim", "hoda"],
  },
];
