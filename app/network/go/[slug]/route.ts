import { z } from "zod";
import { withGuestApi } from "@/lib/actions/with-api";
import { seeOther } from "@/lib/auth/handoff";
import { createDb } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { communityUrl, parseReturnPath } from "@/lib/tenancy/links";
import { isSlugShaped } from "@/lib/tenancy/slug";

/** Switches to a community: `/go/<slug>?to=/path`, with no sign-in page on the way for who is signed in here. */
export const GET = withGuestApi({
  rate: "handoff",
  input: z.object({ slug: z.string().refine(isSlugShaped), to: z.string().max(2048).default("/") }),
  run: async (ctx, { slug, to }) => {
    const domain = await unwrapAs(
      z.string().nullable(),
      createDb({ scope: "server" }, ctx.requestId).rpc("community_domain", { p_slug: slug }),
    );
    const path = `/session/start?${new URLSearchParams({ path: parseReturnPath(to) })}`;
    return seeOther(communityUrl({ slug, domain }, path));
  },
});
