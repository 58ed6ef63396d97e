import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Texts are parsed by the build: neither a page nor the browser does it again.
  experimental: {
    messages: { path: "./lib/i18n/messages", format: "json", locales: "infer", precompile: true },
  },
});

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // A page.dev.tsx is a page in development and nothing at all in a build.
  pageExtensions: ["tsx", "ts", ...(process.env.NODE_ENV === "development" ? ["dev.tsx"] : [])],
  // The benchmarks name what is heavy in a page; nobody else needs them.
  productionBrowserSourceMaps: process.env.SOURCE_MAPS === "on",
  // Everybody's metadata is waited for: a page read again while it wakes would lose its title until they come.
  htmlLimitedBots: /.*/,
  // The optimizer fetches and decodes what others uploaded: a family of advisories not worth having.
  images: { unoptimized: true },
  // Pictures pass the middleware whole: what is above their own limit is refused, not cut off. An action takes the largest plan:
  // 500 activities of a calendar file or an export with notes of 2,000 characters.
  experimental: { serverActions: { bodySizeLimit: "4mb" }, proxyClientMaxBodySize: "11mb" },
  serverExternalPackages: ["ioredis", "pino"],
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
