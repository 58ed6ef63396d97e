import { z } from "zod";
import { withPublicApi } from "@/lib/actions/with-api";
import { keptResponse } from "@/lib/http/kept";
import { lastChange, toEntries } from "@/lib/syndication/entries";
import { writeJsonFeed } from "@/lib/syndication/json-feed";
import { getPublicPosts } from "@/lib/syndication/queries";

/** The newest public posts as JSON Feed. */
export const GET = withPublicApi({
  input: z.object({}),
  run: async (ctx, _input, request) => {
    const entries = toEntries(await getPublicPosts(ctx), ctx.tenant);
    return keptResponse(request, {
      body: writeJsonFeed(ctx.tenant, entries),
      contentType: "application/feed+json; charset=utf-8",
      maxAge: 300,
      modified: lastChange(entries),
    });
  },
});
