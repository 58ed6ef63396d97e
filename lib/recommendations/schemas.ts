import { z } from "zod";
import { wallTimeColumn } from "@/lib/supabase/columns";
import { LISTED_MAX } from "./limits";

export const RECOMMENDATIONS_SHOWN = 8;

export const ITEM_KINDS = ["event", "group"] as const;

/** Why rules put something where it stands; `date` is no reason but the order of those whom nobody helps. */
export const REASONS = [
  "city",
  "interest",
  "free",
  "planned_here",
  "active_here",
  "online",
  "new",
  "soon",
  "date",
] as const;
export type ReasonCode = (typeof REASONS)[number];

const reasonSchema = z.object({ code: z.enum(REASONS), word: z.string().optional() });

const placedSchema = z.object({ tenant_id: z.uuid(), id: z.uuid() });

/** One suggestion as rules found it. */
const candidateSchema = placedSchema.extend({
  kind: z.enum(ITEM_KINDS),
  title: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  online: z.boolean(),
  starts_local: wallTimeColumn.nullable(),
  ends_local: wallTimeColumn.nullable(),
  all_day: z.boolean(),
  time_zone: z.string().nullable(),
  reasons: z.array(reasonSchema),
});
export type Candidate = z.infer<typeof candidateSchema>;

const tripSchema = z.object({
  city: z.string(),
  country: z.string().nullable(),
  starts_on: z.iso.date(),
  ends_on: z.iso.date(),
  items: z.array(placedSchema),
});

const communitySchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  accent: z.string(),
  logo_path: z.string().nullable(),
  domain: z.string().nullable(),
  ai_allowed: z.boolean(),
});
export type RecommendingCommunity = z.infer<typeof communitySchema>;

const orderedSchema = placedSchema.extend({ kind: z.enum(ITEM_KINDS), reason: z.string().nullable() });
/** What a provider said of a candidate: its place in the list, and why in its own words, as plain text. */
export type Ordered = z.infer<typeof orderedSchema>;

/** The answer of `recommendation_input`. Items beyond those shown are there to choose from. */
export const inputSchema = z.object({
  arm: z.enum(["helped", "control"]),
  /** Whether the person lets a provider be asked. */
  ai_help: z.boolean(),
  journey: z
    .object({
      id: z.uuid(),
      starts_on: z.iso.date().nullable(),
      ends_on: z.iso.date().nullable(),
      may_add: z.boolean(),
    })
    .nullable(),
  interests: z.array(z.string()),
  items: z.array(candidateSchema),
  trips: z.array(tripSchema),
  communities: z.array(communitySchema),
  data_key: z.string(),
  kept: z.object({ key: z.string(), provider: z.string(), items: z.array(orderedSchema) }).nullable(),
});
export type RecommendationInput = z.infer<typeof inputSchema>;

/** The answer of `recommendation_texts`: what may be shown to a provider at this moment. */
export const textSchema = placedSchema.extend({
  kind: z.enum(ITEM_KINDS),
  title: z.string(),
  text: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  online: z.boolean(),
  starts_local: wallTimeColumn.nullable(),
  ends_local: wallTimeColumn.nullable(),
});
export type ShowableText = z.infer<typeof textSchema>;

/** The answer of `give_recommendations`. */
export const givenSchema = z.array(
  placedSchema.extend({ kind: z.enum(ITEM_KINDS), recommendation_id: z.uuid() }),
);

/** One suggestion as it is shown. `why` is what a provider said, plain text of at most 200 characters. */
export interface Recommendation extends Candidate {
  recommendation_id: string;
  why: string | null;
}

/** Some days in a town with what there is to do. */
export interface Trip extends Omit<z.infer<typeof tripSchema>, "items"> {
  items: Recommendation[];
}

/** What is suggested, who put it into order, and whether asking again with `wait` may bring a better order. */
export interface Recommendations {
  origin: { by: "rules" | "dates" } | { by: "provider"; name: string; kept: boolean };
  pending: boolean;
  may_add: boolean;
  items: Recommendation[];
  trips: Trip[];
  communities: Omit<RecommendingCommunity, "ai_allowed">[];
}

/** Query of `GET /api/recommendations`. `wait` asks a provider too, where one may be asked. */
export const recommendationsQuerySchema = z.strictObject({
  journey: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(20).default(RECOMMENDATIONS_SHOWN),
  wait: z.stringbool().default(false),
});
export type RecommendationsQuery = z.output<typeof recommendationsQuerySchema>;

const ids = z.array(z.uuid()).min(1).max(20);

/** Body of `POST /api/recommendations`: what became of suggestions. */
export const outcomeInput = z.discriminatedUnion("outcome", [
  z.strictObject({
    outcome: z.enum(["shown", "shown_by_rules", "dismissed", "undismissed"]),
    ids: z.array(z.uuid()).min(1).max(LISTED_MAX),
  }),
  z.strictObject({ outcome: z.literal("accepted"), ids, journey: z.uuid() }),
  z.strictObject({
    outcome: z.literal("begun"),
    ids,
    title: z.string().trim().min(1).max(200),
    time_zone: z.string().min(1).max(64),
    starts_on: z.iso.date().optional(),
    ends_on: z.iso.date().optional(),
  }),
  z.strictObject({ outcome: z.literal("unaccepted"), ids: z.array(z.uuid()).length(1) }),
]);
export type OutcomeInput = z.output<typeof outcomeInput>;
