import { isUuid } from "@/lib/ids/uuid";
import { isSlugShaped } from "@/lib/tenancy/slug";

const MOST_CHOSEN = 60;

/** By time, or so that loud communities do not drown quiet ones: docs/decisions/0007-unified-feed.md. */
export const UNIFIED_ORDERS = ["time", "balanced"] as const;
export type UnifiedOrder = (typeof UNIFIED_ORDERS)[number];

/** What part of one's communities somebody reads, in which order: the whole address of such a list. */
export interface UnifiedView {
  /** Id of a kept view, which then says all the rest. */
  kept: string | null;
  /** The chosen communities; none is all. */
  slugs: string[];
  order: UnifiedOrder;
  /** Only what names the reader. */
  mentions: boolean;
}

export const WHOLE_STREAM: UnifiedView = { kept: null, slugs: [], order: "time", mentions: false };

/** The communities that an address chooses: `?c=tango,harbour`. What is no slug is left out. */
export function parseSlugList(value: string | readonly string[] | undefined): string[] {
  const text = typeof value === "string" ? value : (value?.join(",") ?? "");
  return [...new Set(text.split(",").filter(isSlugShaped))].slice(0, MOST_CHOSEN);
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** Reads the query of the page; what it does not know is left out. */
export function readUnifiedView(query: Record<string, string | string[] | undefined>): UnifiedView {
  const kept = first(query.view);
  if (isUuid(kept)) return { ...WHOLE_STREAM, kept };
  return {
    kept: null,
    slugs: parseSlugList(query.c),
    order: first(query.order) === "balanced" ? "balanced" : "time",
    mentions: first(query.only) === "mentions",
  };
}

/** The query of a view, with its question mark; nothing for all communities by time. */
export function unifiedQuery({ kept, slugs, order, mentions }: UnifiedView): string {
  const parts = kept
    ? [`view=${kept}`]
    : [
        slugs.length > 0 && `c=${slugs.join(",")}`,
        order === "balanced" && !mentions && "order=balanced",
        mentions && "only=mentions",
      ].filter((part) => part !== false);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** The address of a view on the network's host. */
export function unifiedHref(view: UnifiedView): string {
  return `/feed${unifiedQuery(view)}`;
}

/** The view with one community chosen or left out, the others as they are. */
export function toggleSlug(view: UnifiedView, slug: string): UnifiedView {
  const rest = view.slugs.filter((other) => other !== slug);
  const slugs = rest.length === view.slugs.length ? [...view.slugs, slug] : rest;
  return { ...view, kept: null, slugs };
}

/** What a kept view stands for. Communities that one belongs to no longer have no slug here. */
export function spellOut(
  view: UnifiedView,
  kept: { order: UnifiedOrder; only: "mentions" | null; tenants: readonly string[] } | null,
  communities: readonly { id: string; slug: string }[],
): UnifiedView {
  if (!kept) return view;
  return {
    kept: view.kept,
    slugs: communities.filter(({ id }) => kept.tenants.includes(id)).map(({ slug }) => slug),
    order: kept.order,
    mentions: kept.only === "mentions",
  };
}

/** Why a unified feed is empty: each has its own words. */
export type EmptyFeed = "no_communities" | "quiet" | "quiet_choice" | "no_mentions" | "all_muted";

/** @param communities the slugs of those that one is an active member of, and which of them are muted */
export function whyEmpty(
  communities: readonly { slug: string; muted: boolean }[],
  view: Pick<UnifiedView, "slugs" | "mentions">,
): EmptyFeed {
  if (communities.length === 0) return "no_communities";
  if (view.mentions) return "no_mentions";
  const read = communities.filter(({ slug }) => view.slugs.length === 0 || view.slugs.includes(slug));
  if (view.slugs.length !== 1 && read.length > 0 && read.every(({ muted }) => muted)) return "all_muted";
  return view.slugs.length > 0 ? "quiet_choice" : "quiet";
}
