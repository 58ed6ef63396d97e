import "server-only";
import { AppError } from "@/lib/errors/app-error";
import type { Db } from "@/lib/supabase/client";
import { MEDIA_CSP } from "@/lib/tenancy/csp";
import type { StoredFile } from "./addresses";

/**
 * How long a browser shows a file without asking again. Pictures of posts: a removal is seen by the next request of
 * anybody, and after five minutes by those who had seen it. Faces and logos change their address when they change.
 * None may be kept by anything between, since nobody could call it back from there.
 */
const MAX_AGE: Readonly<Record<StoredFile["bucket"], number>> = {
  "post-media": 300,
  avatars: 86_400,
  logos: 86_400,
};

/** Files never change under their name, so one tag does for all. */
const ETAG = '"1"';

function missing(): Response {
  return new Response("Not found\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
  });
}

function fileHeaders({ bucket, shared }: StoredFile, open: boolean): Record<string, string> {
  return {
    "content-type": "image/webp",
    "content-disposition": 'inline; filename="picture.webp"',
    "content-security-policy": MEDIA_CSP,
    "x-content-type-options": "nosniff",
    // The switcher shows logos of other communities; whoever sees one on the network's host may see it anywhere.
    "cross-origin-resource-policy": open || bucket === "logos" ? "cross-origin" : "same-origin",
    vary: "Cookie",
    // A share may be taken back at any time: then not even those who had seen it see it again.
    ...(shared
      ? { "cache-control": "private, no-store" }
      : { "cache-control": `private, max-age=${MAX_AGE[bucket]}`, etag: ETAG }),
  };
}

function isAbsent(error: { status?: unknown }): boolean {
  // Storage answers 400 for an object that is not there, or not for the asker.
  return error.status === undefined || error.status === 400 || error.status === 404 || error.status === 403;
}

/**
 * Answers with a stored file as far as the asker may see it. What is missing and what is not for them look alike.
 * `open` where the asker is anybody, and readers of feeds may show the file on pages of their own.
 * @throws AppError `unavailable` where Storage does not answer
 */
export async function serveFile(
  db: Db,
  file: StoredFile | null,
  request: Request,
  { open = false }: { open?: boolean } = {},
): Promise<Response> {
  if (!file) return missing();
  // Asked for even where the browser has it: only Storage knows whether it may still be seen.
  const { data, error } = await db.storage.from(file.bucket).download(file.name);
  if (error) {
    if (isAbsent(error)) return missing();
    throw new AppError("unavailable", "storage_down", { detail: error.message });
  }
  const headers = fileHeaders(file, open);
  if (!file.shared && request.headers.get("if-none-match") === ETAG)
    return new Response(null, { status: 304, headers });
  return new Response(data, { headers: { ...headers, "content-length": String(data.size) } });
}
