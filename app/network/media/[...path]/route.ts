import { withGuestApi } from "@/lib/actions/with-api";
import { findStoredFile } from "@/lib/media/addresses";
import { mediaPathSchema } from "@/lib/media/schemas";
import { serveFile } from "@/lib/media/serve";

/** Faces and logos on the network host. */
export const GET = withGuestApi({
  rate: "media",
  input: mediaPathSchema,
  run: ({ db }, { path }, request) => serveFile(db, findStoredFile(null, path), request),
});
