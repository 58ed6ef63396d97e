import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimizer fetches and decodes what others uploaded: a family of advisories not worth having.
  images: { unoptimized: true },
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  serverExternalPackages: ["ioredis", "pino"],
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
