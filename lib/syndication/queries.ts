import "server-only";
import { z } from "zod";
import type { VisitorContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { unwrapAs } from "@/lib/supabase/result";
import { type PublicPost, publicPostSchema } from "./schemas";

const FEED_LENGTH = 30;

/** Reads the newest public posts of a public community. One database call. Throws AppError `not_found` elsewhere. */
export async function getPublicPosts({ db, tenant }: VisitorContext): Promise<PublicPost[]> {
  const found = await unwrapAs(
    z.array(publicPostSchema).nullable(),
    db.rpc("public_posts", { p_tenant: tenant.id, p_limit: FEED_LENGTH }),
  );
  if (!found) throw new AppError("not_found", "missing");
  return found;
}
