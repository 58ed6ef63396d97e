import { withHostApi } from "@/lib/actions/with-api";
import { keptResponse } from "@/lib/http/kept";
import { getNetworkSitemap, networkSitemapQuery } from "@/lib/seo/sitemap-queries";

/** The network's own pages and the public communities; beyond 5,000 of them a list of sitemaps. */
export const GET = withHostApi({
  rate: "read",
  input: networkSitemapQuery,
  run: async ({ db }, { from }, request) =>
    keptResponse(request, {
      body: await getNetworkSitemap(db, from),
      contentType: "application/xml; charset=utf-8",
      maxAge: 600,
    }),
});
