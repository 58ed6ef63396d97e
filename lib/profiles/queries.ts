import "server-only";
import type { ViewerContext } from "@/lib/actions/contexts";
import { unwrapAs } from "@/lib/supabase/result";
import { type MyProfile, myProfileSchema } from "./schemas";

const COLUMNS =
  "display_name, bio, locale, time_zone, appearance, shortcuts, ai_help, ai_texts, primary_tenant_id, version, " +
  "memberships:tenant_users!tenant_users_user_id_fkey(tenant_id, status, tenant:tenants!tenant_users_tenant_id_fkey(name))";

/** One's own profile. Only with a token of the network host. */
export async function getMyProfile({ db, viewer }: Pick<ViewerContext, "db" | "viewer">): Promise<MyProfile> {
  return unwrapAs(myProfileSchema, db.from("profiles").select(COLUMNS).eq("id", viewer.id).single());
}
