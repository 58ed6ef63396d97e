import { withTenantApi } from "@/lib/actions/with-api";
import { findStoredFile } from "@/lib/media/addresses";
import { mediaPathSchema } from "@/lib/media/schemas";
import { serveFile } from "@/lib/media/serve";

/** Pictures of this community's posts, faces of its members, logos, for whoever may see what shows them. */
export const GET = withTenantApi({
  permission: "community.view",
  rate: "media",
  input: mediaPathSchema,
  // What a visitor of a public community sees is everybody's; what needs a session stays on this host.
  run: ({ db, tenant, viewer }, { path }, request) =>
    serveFile(db, findStoredFile(tenant.id, path), request, {
      open: viewer === null && tenant.privacy === "public",
    }),
});
