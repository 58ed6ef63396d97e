import { isSlugShaped } from "@/lib/tenancy/slug";

const MOST_CHOSEN = 60;

/** The communities that an address chooses: `?c=tango,harbour`. What is no slug is left out. */
export function parseSlugList(value: string | readonly string[] | undefined): string[] {
  const text = typeof value === "string" ? value : (value?.join(",") ?? "");
  return [...new Set(text.split(",").filter(isSlugShaped))].slice(0, MOST_CHOSEN);
}

/** The feed's address with one community chosen or left out, the others as they are. */
export function toggleSlug(chosen: readonly string[], slug: string): string {
  const rest = chosen.filter((other) => other !== slug);
  const next = rest.length === chosen.length ? [...chosen, slug] : rest;
  return next.length === 0 ? "/feed" : `/feed?c=${next.join(",")}`;
}

/** Why a unified feed is empty: each has its own words. */
export type EmptyFeed = "no_communities" | "quiet" | "quiet_choice";

/** @param active how many communities one is an active member of */
export function whyEmpty(active: number, chosen: readonly string[]): EmptyFeed {
  if (active === 0) return "no_communities";
  return chosen.length > 0 ? "quiet_choice" : "quiet";
}
