import "server-only";
import type { TenantPageContext } from "@/lib/context/pages";
import { unwrapAs } from "@/lib/supabase/result";
import { type CommunitySettings, communitySettingsSchema } from "./settings-schemas";

const COLUMNS =
  "name, tagline, description, rules, locale, time_zone, accent, privacy, join_policy, listed, ai_allowed, version";

/** The settings of the community of this request, for those who may change them. */
export async function getSettings({
  db,
  tenant,
}: Pick<TenantPageContext, "db" | "tenant">): Promise<CommunitySettings> {
  return unwrapAs(communitySettingsSchema, db.from("tenants").select(COLUMNS).eq("id", tenant.id).single());
}
