import { withViewerApi } from "@/lib/actions/with-api";
import { nothing } from "@/lib/auth/schemas";
import { readHostConfig } from "@/lib/env/hosts";
import { getSwitcher } from "@/lib/tenants/directory-queries";
import { findSwitcherOrigin } from "@/lib/tenants/switcher-origin";

/** One's communities for the switcher. Pages of the network's own subdomains may read it: docs/decisions/0001-switcher.md. */
export const GET = withViewerApi({
  input: nothing,
  headers: (request): Record<string, string> => {
    const origin = findSwitcherOrigin(request.headers.get("origin"), readHostConfig());
    const vary = { vary: "Origin" };
    if (origin === null) return vary;
    return { ...vary, "access-control-allow-origin": origin, "access-control-allow-credentials": "true" };
  },
  run: async ({ db }) => ({ communities: await getSwitcher(db) }),
});
