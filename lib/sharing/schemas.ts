import { z } from "zod";
import { SHARE_DAYS, SHARE_OBSTACLES, SHARE_SCOPES, SHARE_STATES, type ShareState } from "./choices";

/** What a card says of the grant by which its post is read in a community that is not its home. */
export const shareBadgeSchema = z.object({
  id: z.uuid(),
  /** The community in which it was found. */
  in: z.uuid(),
  scope: z.enum(SHARE_SCOPES),
  since: z.string(),
  home: z.object({ slug: z.string(), name: z.string(), accent: z.string() }),
  /** Who brought it. */
  by: z.string().nullable(),
  /** Comments in the lane of that community. */
  lane_count: z.number().int(),
});
export type ShareBadge = z.infer<typeof shareBadgeSchema>;

/** A community as lists of shares and connections name it. */
export const sharePlaceSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  accent: z.string(),
  logo_path: z.string().nullable(),
  members: z.number().int(),
});
export type SharePlace = z.infer<typeof sharePlaceSchema>;

/** The words that an author agrees to, by language; there is always English. */
const consentTextsSchema = z.record(z.string(), z.string());
const consentSchema = z.object({ version: z.number().int(), texts: consentTextsSchema });
export type ConsentWords = z.infer<typeof consentSchema>;

/** The answer of `share_choices`: where one may bring a post, and the words its author agrees to. */
export const shareChoicesSchema = z
  .object({
    home: sharePlaceSchema,
    /** The community in which one reads it, where it is not read at home. */
    via_in: sharePlaceSchema.nullable(),
    title: z.string().nullable(),
    lead: z.string(),
    mine: z.boolean(),
    author: z.string(),
    /** Why it may go nowhere at all. */
    obstacle: z.enum(SHARE_OBSTACLES).nullable(),
    consent: consentSchema,
    communities: z.array(
      sharePlaceSchema.extend({
        obstacle: z.enum(SHARE_OBSTACLES).nullable(),
        scopes: z.array(z.enum(SHARE_SCOPES)),
        /** Whether moderators there look at it first. */
        review: z.boolean(),
        share: z
          .object({
            id: z.uuid(),
            state: z.enum(SHARE_STATES),
            scope: z.enum(SHARE_SCOPES),
            asked_by_me: z.boolean(),
          })
          .nullable(),
      }),
    ),
  })
  .nullable();
export type ShareChoices = NonNullable<z.infer<typeof shareChoicesSchema>>;
export type ShareTarget = ShareChoices["communities"][number];

/** The answer of `share_panel`: where a post stands; null for who may not know. */
export const sharePanelSchema = z
  .array(
    z.object({
      id: z.uuid(),
      in: sharePlaceSchema,
      scope: z.enum(SHARE_SCOPES),
      state: z.enum(SHARE_STATES),
      /** False where something it rests on does not hold just now. */
      live: z.boolean(),
      since: z.string().nullable(),
      expires_at: z.string().nullable(),
      lane_count: z.number().int(),
      by: z.string().nullable(),
      consented_at: z.string().nullable(),
      consent_version: z.number().int().nullable(),
    }),
  )
  .nullable();
export type SharePanel = NonNullable<z.infer<typeof sharePanelSchema>>;

/** A line of the ledger: one share of a post of mine. */
export const ledgerLineSchema = z.object({
  id: z.uuid(),
  tenant_id: z.uuid(),
  post_id: z.uuid(),
  home: sharePlaceSchema,
  in: sharePlaceSchema,
  scope: z.enum(SHARE_SCOPES),
  state: z.enum(SHARE_STATES),
  live: z.boolean(),
  title: z.string().nullable(),
  lead: z.string(),
  asked_by_me: z.boolean(),
  by: z.string().nullable(),
  note: z.string(),
  asked_at: z.string(),
  consented_at: z.string().nullable(),
  consent_version: z.number().int().nullable(),
  consent_locale: z.string().nullable(),
  consent_audience: z.number().int().nullable(),
  since: z.string().nullable(),
  expires_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  ended_side: z.enum(["author", "asker", "home", "target", "connection"]).nullable(),
  lane_count: z.number().int(),
});
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/** The answer of `my_shares`. `next` names the last line of a full page. */
export const ledgerSchema = z.object({
  items: z.array(ledgerLineSchema),
  /** The words that were agreed to, by version and language. */
  texts: z.record(z.string(), consentTextsSchema),
  next: z.uuid().nullable(),
  /** What waits for the author's answer; on the first page of what holds. */
  asked: z.array(ledgerLineSchema).default([]),
  /** What I asked others for and nobody has let in; on the same page. */
  questions: z.array(ledgerLineSchema).default([]),
  /** The words of today; on the same page. */
  consent: consentSchema.optional(),
});
export type Ledger = z.infer<typeof ledgerSchema>;

const consent = {
  /** The version of the words that the author read; only authors give one. */
  consent: z.coerce.number().int().min(1).optional(),
  /** The language in which they read them. */
  locale: z.string().max(35).default("en"),
};

/** So many communities at once. */
const TARGETS_MAX = 50;

/** A post to be shared into some communities. */
export const sharePostInput = z.strictObject({
  tenant: z.uuid(),
  post: z.uuid(),
  target: z
    .union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(TARGETS_MAX)], {
      error: "choose_community",
    })
    .transform((targets) => [...new Set(targets)]),
  scope: z.enum(SHARE_SCOPES).default("comment"),
  days: z.coerce
    .number()
    .pipe(z.union(SHARE_DAYS.map((days) => z.literal(days))))
    .default(0),
  note: z.string().max(300).default(""),
  via: z.uuid().optional(),
  ...consent,
});
export type SharePostInput = z.output<typeof sharePostInput>;

/** What became of a share in one community. */
export type ShareResult =
  | { target: string; id: string; state: ShareState }
  | { target: string; refused: { reason: string; message: string } };

/** Why nothing more was tried: the author has not agreed, or the words have changed since they were read. */
export type ConsentGap = "consent_needed" | "consent_changed";

/** What became of a share in all the communities that were chosen, and what was chosen. */
export interface ShareAnswer {
  again: ConsentGap | null;
  results: ShareResult[];
  chosen: Pick<SharePostInput, "target" | "scope" | "days" | "note">;
}

/** An author's answer to somebody who asked. */
export const answerShareInput = z.strictObject({
  tenant: z.uuid(),
  share: z.uuid(),
  accept: z.stringbool().or(z.boolean()),
  ...consent,
});
export type AnswerShareInput = z.output<typeof answerShareInput>;

/** A share to be taken back from wherever it went by its author, or by whoever asked for it. */
export const revokeShareInput = z.strictObject({ tenant: z.uuid(), share: z.uuid() });

/** A share to be taken back in the community of the host, and why, for its record. */
export const revokeShareHereInput = z.strictObject({
  share: z.uuid(),
  reason: z.string().trim().max(500, "too_long").default(""),
});
