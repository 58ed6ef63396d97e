import { z } from "zod";
import { withPublicApi } from "@/lib/actions/with-api";
import { keptResponse } from "@/lib/http/kept";
import { communityRobots } from "@/lib/seo/robots";

/** What programs may read here. A private or paused community says: nothing. */
export const GET = withPublicApi({
  known: true,
  input: z.object({}),
  run: async ({ tenant }, _input, request) =>
    keptResponse(request, {
      body: communityRobots(tenant),
      contentType: "text/plain; charset=utf-8",
      maxAge: 600,
    }),
});
