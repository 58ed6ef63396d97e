import { withPublicApi } from "@/lib/actions/with-api";
import { keptResponse } from "@/lib/http/kept";
import { communitySitemapQuery, getCommunitySitemap } from "@/lib/seo/sitemap-queries";

/** The addresses of a public community; beyond 5,000 posts a list of sitemaps, each `?from=<place>`. */
export const GET = withPublicApi({
  input: communitySitemapQuery,
  run: async (ctx, { from }, request) =>
    keptResponse(request, {
      body: await getCommunitySitemap(ctx, from),
      contentType: "application/xml; charset=utf-8",
      maxAge: 600,
    }),
});
