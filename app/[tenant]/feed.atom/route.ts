import { z } from "zod";
import { withPublicApi } from "@/lib/actions/with-api";
import { keptResponse } from "@/lib/http/kept";
import { writeAtom } from "@/lib/syndication/atom";
import { lastChange, toEntries } from "@/lib/syndication/entries";
import { getPublicPosts } from "@/lib/syndication/queries";

/** The newest public posts as Atom. */
export const GET = withPublicApi({
  input: z.object({}),
  run: async (ctx, _input, request) => {
    const entries = toEntries(await getPublicPosts(ctx), ctx.tenant);
    return keptResponse(request, {
      body: writeAtom(ctx.tenant, entries),
      contentType: "application/atom+xml; charset=utf-8",
      maxAge: 300,
      modified: lastChange(entries),
    });
  },
});
