import "server-only";
import type { TenantContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { unwrapAs } from "@/lib/supabase/result";
import {
  type Audience,
  type AudienceQuery,
  audienceSchema,
  type FoundPerson,
  foundPersonSchema,
  type PeopleQuery,
} from "./schemas";

type Asker = Pick<TenantContext, "db" | "tenant">;

/**
 * At most eight members whose name begins like this; below a post also those who wrote there and are listed nowhere.
 * Throws `forbidden` for who may not see members.
 */
export async function findPeople({ db, tenant }: Asker, { q, post }: PeopleQuery): Promise<FoundPerson[]> {
  const found = await unwrapAs(
    foundPersonSchema.array().nullable(),
    db.rpc("find_people", { p_tenant: tenant.id, p_query: q, p_post: post ?? null }),
  );
  if (!found) throw new AppError("forbidden", "not_allowed");
  return found;
}

/** Who would read a text, in one call. Throws `not_found` where the asker cannot write there. */
export async function findAudience(
  { db, tenant }: Asker,
  { post, group, named }: AudienceQuery,
): Promise<Audience> {
  const audience = await unwrapAs(
    audienceSchema.nullable(),
    db.rpc("writing_audience", {
      p_tenant: tenant.id,
      p_post: post ?? null,
      p_group: group ?? null,
      p_named: named,
    }),
  );
  if (!audience) throw new AppError("not_found", "not_found");
  return audience;
}
