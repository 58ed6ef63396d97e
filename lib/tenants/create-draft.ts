import { JOIN_POLICIES, PRIVACIES } from "./choices";
import { PURPOSE_CHOICES, type PurposeChoice } from "./purposes";

/** What a browser keeps of an unfinished form, as typed. */
export interface CommunityDraft {
  name?: string;
  slug?: string;
  tagline?: string;
  purpose?: PurposeChoice;
  privacy?: (typeof PRIVACIES)[number];
  join_policy?: (typeof JOIN_POLICIES)[number];
  locale?: string;
  time_zone?: string;
  accent?: string;
}

const LONGEST = 400;
const TEXTS = ["name", "slug", "tagline", "locale", "time_zone", "accent"] as const;

/** Reads a draft out of a form's values, or of what a browser kept: what does not fit is left out. */
export function readDraft(values: unknown): CommunityDraft {
  const given = Object(values) as Record<string, unknown>;
  const draft: CommunityDraft = {};
  for (const name of TEXTS) {
    const value = given[name];
    if (typeof value === "string" && value.length <= LONGEST) draft[name] = value;
  }
  const privacy = PRIVACIES.find((choice) => choice === given.privacy);
  const joinPolicy = JOIN_POLICIES.find((choice) => choice === given.join_policy);
  const purpose = PURPOSE_CHOICES.find((choice) => choice === given.purpose);
  if (purpose) draft.purpose = purpose;
  return { ...draft, ...(privacy && { privacy }), ...(joinPolicy && { join_policy: joinPolicy }) };
}
