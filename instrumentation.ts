import type { Instrumentation } from "next";

/** Next.js calls this once, before the server takes requests. */
export async function register(): Promise<void> {
  // Next.js builds this file for the edge too, where nothing of ours runs.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [
    { serverEnv },
    { aiEnv },
    { readHostConfig },
    { listenForResponses },
    { buildSecurityHeaders },
    { watchSocketAddresses },
  ] = await Promise.all([
    import("@/lib/env/server"),
    import("@/lib/env/ai"),
    import("@/lib/env/hosts"),
    import("@/lib/http/response-listener"),
    import("@/lib/tenancy/security-headers"),
    import("@/lib/tenancy/socket-address"),
  ]);
  serverEnv();
  aiEnv();
  listenForResponses(buildSecurityHeaders(readHostConfig()));
  watchSocketAddresses();
}

/** Next.js calls this for every error it caught while answering: its page shows the id and digest that the log keeps. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const [{ log }, { REQUEST_ID_HEADER }] = await Promise.all([
    import("@/lib/observability/log"),
    import("@/lib/tenancy/headers"),
  ]);
  const { message, stack, digest } = error as Error & { digest?: string };
  const requestId = request.headers[REQUEST_ID_HEADER];
  log.error({ requestId, digest, route: context.routePath, method: request.method, detail: message, stack });
};
