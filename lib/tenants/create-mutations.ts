import "server-only";
import type { ViewerContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import { findSlugText } from "./create-rules";
import type { CreateCommunityInput, SlugAnswer } from "./create-schemas";
import { type CommunityCard, communityCardSchema } from "./schemas";
import { starterOf } from "./starters";

/**
 * Founds a community with the asker as its owner, and with what its purpose brings: all of it or nothing. A double
 * click founds one.
 */
export async function createCommunity(
  { db }: ViewerContext,
  input: CreateCommunityInput,
): Promise<CommunityCard> {
  const { tagline, ...starter } = starterOf(input.purpose, input.locale) ?? { tagline: "" };
  try {
    return await unwrapAs(
      communityCardSchema,
      db.rpc("create_community", {
        p_slug: input.slug,
        p_name: input.name,
        p_tagline: input.tagline || tagline,
        p_privacy: input.privacy,
        p_join_policy: input.join_policy,
        p_locale: input.locale,
        p_time_zone: input.time_zone,
        p_accent: input.accent,
        p_starter: starter,
      }),
    );
  } catch (error) {
    // Said just as the form's own check says it of a reserved address.
    if (error instanceof AppError && error.reason === "slug_unavailable")
      throw new AppError("invalid", "check_fields", { fields: { slug: "slug_unavailable" } });
    throw error;
  }
}

/** Whether an address may be had. Taken, kept and too much alike read the same. */
export async function checkSlug({ db }: ViewerContext, slug: string): Promise<SlugAnswer> {
  const problem = findSlugText(slug);
  if (problem) return { available: false, problem };
  const available = await unwrap(db.rpc("slug_is_free", { p_slug: slug }));
  return { available: available === true, problem: available ? null : "slug_unavailable" };
}
