const API_PATH = /^\/api(?:\/|$)/;

/** The answer of a host or path that serves nothing. It names neither, and is the same for all. */
export function createNotFoundResponse(path: string): Response {
  if (API_PATH.test(path)) {
    const error = { code: "not_found", message: "Not found" };
    return Response.json({ ok: false, error }, { status: 404 });
  }
  return new Response("Not found\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
