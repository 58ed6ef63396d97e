/** Next.js calls this once, before the server takes requests. */
export async function register(): Promise<void> {
  const [{ serverEnv }, { readHostConfig }, { listenForStatuses }, { watchSocketAddresses }] =
    await Promise.all([
      import("@/lib/env/server"),
      import("@/lib/env/hosts"),
      import("@/lib/http/status-listener"),
      import("@/lib/tenancy/socket-address"),
    ]);
  serverEnv();
  readHostConfig();
  listenForStatuses();
  watchSocketAddresses();
}
