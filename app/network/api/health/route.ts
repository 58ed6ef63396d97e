import { withHostApi } from "@/lib/actions/with-api";
import { nothing } from "@/lib/auth/schemas";
import { unwrap } from "@/lib/supabase/result";

/** 200 while the database answers, else 503 as problem details. For load balancers and `npm run up`. */
export const GET = withHostApi({
  rate: "read",
  input: nothing,
  run: async ({ db }) => {
    await unwrap(db.rpc("community_domain", { p_slug: "health" }));
    return { status: "ok" };
  },
});
