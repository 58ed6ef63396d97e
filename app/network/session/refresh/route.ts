import { z } from "zod";
import { withGuestApi } from "@/lib/actions/with-api";
import { createAuthClient } from "@/lib/auth/auth-client";
import { seeOther } from "@/lib/auth/handoff";
import { parseReturnPath } from "@/lib/tenancy/links";

/** Renews the sign-in's hour and goes on; a sign-in that is over goes on as a visitor. */
export const GET = withGuestApi({
  rate: "handoff",
  input: z.object({ next: z.string().max(4096).default("/") }),
  run: async (_ctx, { next }) => {
    const auth = await createAuthClient();
    const { error } = await auth.auth.refreshSession();
    if (error) await auth.auth.signOut({ scope: "local" });
    return seeOther(parseReturnPath(next));
  },
});
