import type { Saved } from "./mutations";

/** An answer of the API: what was saved, or with 409 what stands there now and null where it was taken out. */
export function answerSaved<T>({ outcome, row }: Saved<T>): Response {
  return Response.json(outcome === "saved" ? row : { code: "conflict", current: row }, {
    status: outcome === "saved" ? 200 : 409,
  });
}
