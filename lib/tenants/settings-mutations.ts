import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import {
  type RemovedSamples,
  type RenameInput,
  removedSamplesSchema,
  type SettingsInput,
} from "./settings-schemas";

/** Writes a community's settings. Throws `conflict` where somebody changed them since `version`. */
export async function updateSettings({ db, tenant }: MemberContext, input: SettingsInput): Promise<void> {
  const { version, ...changes } = input;
  const changed = await unwrap(
    db.from("tenants").update(changes).eq("id", tenant.id).eq("version", version).select("id"),
  );
  if (changed?.length !== 1) throw new AppError("conflict", "settings_changed");
}

/** Moves a community to another address; the old one leads there from now on. Gives the new one. */
export async function renameCommunity({ db, tenant }: MemberContext, input: RenameInput): Promise<string> {
  try {
    await unwrap(db.rpc("rename_community", { p_tenant: tenant.id, p_slug: input.slug }));
    return input.slug;
  } catch (error) {
    if (error instanceof AppError && error.reason === "slug_unavailable")
      throw new AppError("conflict", "slug_unavailable", { fields: { slug: "slug_unavailable" } });
    throw error;
  }
}

/** Removes the sample posts that nobody edited, and the comments on them. Repeating it removes nothing. */
export async function removeSamples({ db, tenant }: MemberContext): Promise<RemovedSamples> {
  return unwrapAs(removedSamplesSchema, db.rpc("remove_samples", { p_tenant: tenant.id }));
}
