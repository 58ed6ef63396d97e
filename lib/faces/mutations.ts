import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import { unwrap } from "@/lib/supabase/result";
import type { FaceInput } from "./schemas";

/** Writes one's own face in a community, whole. The card that lists show follows in the same transaction. */
export async function saveFace({ db, tenant }: MemberContext, face: FaceInput): Promise<void> {
  await unwrap(
    db.rpc("save_face", {
      p_tenant: tenant.id,
      p_name: face.display_name,
      p_bio: face.bio,
      p_listed: face.listed,
      p_shows_membership: face.shows_membership,
      p_city: face.city,
      p_city_for: face.city_for,
      p_skills: face.skills,
      p_skills_for: face.skills_for,
      p_interests: face.interests,
      p_interests_for: face.interests_for,
    }),
  );
}
