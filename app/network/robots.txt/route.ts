import { z } from "zod";
import { withHostApi } from "@/lib/actions/with-api";
import { keptResponse } from "@/lib/http/kept";
import { networkRobots } from "@/lib/seo/robots";

/** What programs may read on the network's own host. */
export const GET = withHostApi({
  rate: "read",
  input: z.object({}),
  run: async (_ctx, _input, request) =>
    keptResponse(request, { body: networkRobots(), contentType: "text/plain; charset=utf-8", maxAge: 600 }),
});
