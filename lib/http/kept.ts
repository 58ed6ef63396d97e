import { createHash } from "node:crypto";

/** An answer that anybody may keep. The same content must always give the same bytes. */
export interface KeptAnswer {
  body: string | Uint8Array<ArrayBuffer>;
  contentType: string;
  /** Seconds that a copy may be used without asking again. */
  maxAge: number;
  /** When the content last changed, where that is known. */
  modified?: Date | null;
}

/** Answers 200 with a validator, or 304 where the asker's copy is still right. */
export function keptResponse(request: Pick<Request, "headers">, answer: KeptAnswer): Response {
  const { body, contentType, maxAge, modified } = answer;
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers: Record<string, string> = {
    etag,
    "cache-control": `public, max-age=${maxAge}`,
    // Previews and readers of other sites show it.
    "cross-origin-resource-policy": "cross-origin",
    ...(modified ? { "last-modified": modified.toUTCString() } : {}),
  };
  if (isUnchanged(request.headers, etag, modified ?? null))
    return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": contentType } });
}

/** RFC 9110, 13.2.2: an entity tag, where one is sent, decides alone. */
function isUnchanged(headers: Headers, etag: string, modified: Date | null): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) {
    return tags.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
  }
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return modified !== null && Math.floor(modified.getTime() / 1000) * 1000 <= since;
}
