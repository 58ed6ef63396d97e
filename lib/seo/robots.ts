import { communityUrl, networkUrl } from "@/lib/tenancy/links";
import type { Tenant } from "@/lib/tenants/schemas";

const NOTHING = "User-agent: *\nDisallow: /\n";

function robots(disallowed: readonly string[], sitemap: string): string {
  const lines = [
    "User-agent: *",
    ...disallowed.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${sitemap}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** What programs may read of a community: nothing unless it is public and serving. */
export function communityRobots(tenant: Pick<Tenant, "slug" | "domain" | "privacy" | "status">): string {
  if (tenant.privacy !== "public" || tenant.status !== "active") return NOTHING;
  return robots(["/api/", "/session/", "/claim/"], communityUrl(tenant, "/sitemap.xml"));
}

/** What programs may read of the network's own host. */
export function networkRobots(): string {
  return robots(
    ["/api/", "/session/", "/auth/", "/go/", "/account", "/feed", "/inbox", "/switch"],
    networkUrl("/sitemap.xml"),
  );
}
