import type { PersonKey } from "./people.ts";

/** What somebody says of themselves in one community beside name and bio. */
export interface DemoDetails {
  readonly person: PersonKey;
  readonly city?: string;
  readonly skills?: readonly string[];
  readonly interests?: readonly string[];
  /** Who sees the city; everybody unless given. */
  readonly cityFor?: "members" | "moderators" | "nobody";
  readonly showsMembership?: boolean;
  /** Stands in no list. */
  readonly unlisted?: boolean;
}

/** By the slug of a community. */
export const details: Readonly<Record<string, readonly DemoDetails[]>> = {
  harbour: [
    { person: "eleanor", city: "Falmouth", skills: ["Coxing", "First aid"], showsMembership: true },
    { person: "dafydd", city: "Penryn", skills: ["Boat repair", "Varnish"], interests: ["Tides"] },
    { person: "june", city: "Falmouth", skills: ["Sculling", "First aid"] },
    { person: "amara", city: "Falmouth", skills: ["Water safety", "First aid"], showsMembership: true },
    { person: "callum", city: "Penryn", interests: ["Sculling", "Tides"] },
    { person: "siobhan", city: "Falmouth", skills: ["Coxing"], cityFor: "moderators" },
    { person: "priya", skills: ["Boat repair"], interests: ["Sculling"], showsMembership: true },
    { person: "yusuf", city: "Falmouth", interests: ["Breakfast after rowing"] },
    { person: "femi", city: "Truro", interests: ["Tides", "Photography"] },
    { person: "maya", city: "Penryn", skills: ["Maps"], interests: ["Tides"], showsMembership: true },
    { person: "piotr", city: "Penryn", skills: ["Boat repair"], unlisted: true },
  ],
  forge: [
    { person: "priya", city: "Bristol", skills: ["Weaving"], showsMembership: true },
    { person: "marisol", city: "Bristol", skills: ["Weaving", "Natural dyes"] },
  ],
  tango: [
    { person: "lucia", city: "Buenos Aires", skills: ["Enseñar", "Organizar"], showsMembership: true },
    { person: "osvaldo", city: "Buenos Aires", skills: ["Bandoneón"] },
    { person: "itziar", city: "Bilbao", interests: ["Milonga"] },
    { person: "joaquim", city: "Porto", interests: ["Milonga", "Vals"] },
    { person: "maya", city: "Buenos Aires", interests: ["Vals"], showsMembership: true },
  ],
  bustan: [
    { person: "salma", city: "القاهرة", skills: ["السماد", "البذور"] },
    { person: "hassan", city: "القاهرة", skills: ["التطعيم"] },
    { person: "mariam", city: "الجيزة", skills: ["أمراض النبات"], showsMembership: true },
    { person: "layla", city: "الإسكندرية", interests: ["البذور"] },
    { person: "karim", city: "القاهرة", interests: ["الري بالتنقيط"] },
    { person: "nadia", interests: ["البذور"], showsMembership: true },
  ],
};
