import "server-only";
import type { z } from "zod";
import type { ViewerContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { unwrap } from "@/lib/supabase/result";
import type { ProfileInput, takenProfileInput } from "./schemas";

/** Writes one's own profile. Throws `conflict` where it was changed elsewhere since `version`. */
export async function updateProfile({ db, viewer }: ViewerContext, input: ProfileInput): Promise<void> {
  const { version, ...changes } = input;
  const changed = await unwrap(
    db.from("profiles").update(changes).eq("id", viewer.id).eq("version", version).select("id"),
  );
  if (changed?.length !== 1) throw new AppError("conflict", "profile_changed");
}

/** Puts a profile that was taken along in the place of one's own, whatever stands there. */
export async function takeInProfile(
  { db, viewer }: ViewerContext,
  profile: z.output<typeof takenProfileInput>,
): Promise<void> {
  await unwrap(db.from("profiles").update(profile).eq("id", viewer.id));
}
