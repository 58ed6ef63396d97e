import { z } from "zod";
import { postRowSchema } from "@/lib/posts/schemas";
import { type MyCommunity, myCommunitySchema } from "@/lib/tenants/directory-schemas";
import { eventLineSchema } from "@/lib/tenants/home-schemas";
import { lineField } from "@/lib/text/fields";
import { cursorSchema } from "./cursor";
import { MUTE_SPANS } from "./mutes";
import { FEED_PAGE_SIZE, type FeedPage } from "./schemas";
import { parseSlugList, UNIFIED_ORDERS, type UnifiedOrder, type UnifiedView } from "./unified-rules";

export const VIEW_NAME_MAX = 40;

/** A view that somebody keeps; communities by id, none is all of one's own. */
export const keptViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  order: z.enum(UNIFIED_ORDERS),
  only: z.literal("mentions").nullable(),
  tenants: z.array(z.uuid()),
});
export type KeptView = z.infer<typeof keptViewSchema>;

/** A community of one's own that cannot be read now. */
export const missingSchema = z.object({
  slug: z.string(),
  name: z.string(),
  status: z.enum(["suspended", "moving"]),
});
export type MissingCommunity = z.infer<typeof missingSchema>;

export const upcomingSchema = eventLineSchema.extend({ tenant_id: z.uuid() });
export type UpcomingEvent = z.infer<typeof upcomingSchema>;

/** The answer of `unified_page`. */
export const unifiedAnswerSchema = z.object({
  items: z.array(postRowSchema),
  /** Where the following page begins. */
  next: z.object({ at: z.string(), id: z.uuid() }).nullable(),
  order: z.enum(UNIFIED_ORDERS),
  only: z.literal("mentions").nullable(),
  as_of: z.string(),
  missing: z.array(missingSchema).default([]),
  upcoming: z.array(upcomingSchema).nullish(),
  /** What stands around the list, where it was asked for. */
  communities: z.array(myCommunitySchema).optional(),
  views: z.array(keptViewSchema).optional(),
  muted: z.record(z.uuid(), z.string()).optional(),
});

/** The part of an address that says what of one's communities is read. */
const viewFields = {
  c: z.string().max(3000).default("").transform(parseSlugList),
  view: z.uuid().nullable().default(null),
};

function toView(query: {
  c: string[];
  view: string | null;
  order: UnifiedOrder;
  only?: "mentions" | undefined;
}): UnifiedView {
  return { kept: query.view, slugs: query.c, order: query.order, mentions: query.only === "mentions" };
}

/**
 * Query of `GET /api/content/cross-community`: `c` names communities by slug, with commas between; `view` is the id of a
 * kept view, which says all the rest.
 */
export const unifiedQuerySchema = z
  .strictObject({
    ...viewFields,
    order: z.enum(UNIFIED_ORDERS).default("time"),
    only: z.literal("mentions").optional(),
    before: cursorSchema.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(FEED_PAGE_SIZE),
  })
  .transform(({ before, limit, ...query }) => ({ view: toView(query), before, limit }));

/** Query of `GET /api/content/cross-community/news`: `at` is the `asOf` of the page. */
export const unifiedNewsSchema = z
  .strictObject({ ...viewFields, at: z.iso.datetime({ offset: true }) })
  .transform(({ at, ...query }) => ({ at, view: toView({ ...query, order: "time" }) }));

/** Query of `GET /api/content/cross-community/why`: the post and the community where it is at home. */
export const whyQuerySchema = z.strictObject({ home: z.uuid(), post: z.uuid() });

/** One page of the unified feed. */
export interface UnifiedPage extends FeedPage {
  order: UnifiedOrder;
  /** Only what names the reader. */
  mentions: boolean;
  asOf: string;
  /** My communities that cannot be read now; on the first page. */
  missing: MissingCommunity[];
}

/** What stands around the list. */
export interface UnifiedFrame {
  communities: MyCommunity[];
  views: KeptView[];
  /** Until when, by id of the community. */
  muted: Record<string, string>;
  /** What is on next, where there is nothing to read. */
  upcoming: UpcomingEvent[];
}

/** One of the reasons for which a post is shown. */
export const reasonSchema = z.object({
  community: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  joined_at: z.string(),
  group: z.string().nullable(),
  share: z
    .object({
      id: z.uuid(),
      since: z.string(),
      by: z.string().nullable(),
      home: z.object({ name: z.string() }),
    })
    .nullable(),
  muted_until: z.string().nullable(),
});
export type Reason = z.infer<typeof reasonSchema>;

const slugsField = z.string().max(3000).default("").transform(parseSlugList);

/** A view to be kept: a new one, or another name, set or order for one that is kept (`id`). */
export const keepViewInput = z.strictObject({
  id: z.union([z.uuid(), z.literal("")]).default(""),
  name: lineField(VIEW_NAME_MAX).refine((name) => name !== "", "required"),
  slugs: slugsField,
  order: z.enum(UNIFIED_ORDERS).default("time"),
  only: z.union([z.literal("mentions"), z.literal("")]).default(""),
});
export type KeepViewInput = z.output<typeof keepViewInput>;

export const removeViewInput = z.strictObject({ id: z.uuid() });

/** A community to be left out for so long, or heard again. */
export const muteInput = z.strictObject({
  tenant: z.uuid(),
  span: z.enum([...MUTE_SPANS, "none"]),
});

/** The communities that stand first in the switcher, in this order. */
export const pinInput = z.strictObject({
  tenants: z
    .string()
    .max(8000)
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(z.uuid()).max(200)),
});
