import { AppError } from "@/lib/errors/app-error";

/** Says for whom the page was made that a change is asked from: the id of a person, or {@link NOBODY}. */
export const VIEWER_HEADER = "x-viewer";

/** The same in a form that is sent before scripts arrive. */
export const VIEWER_FIELD = "$viewer";

/** Stands for a visitor. */
export const NOBODY = "nobody";

/**
 * A page stays open while somebody else signs in beside it, and the browser sends that person's cookie from then on:
 * what is asked from the old page must not be done as the new person. Where the page does not say, nothing is compared:
 * this protects people from mistakes, not the server from forgeries.
 * @throws AppError `conflict` with reason `other_viewer`
 */
export function requireSameViewer(pageOf: string | null, viewer: { id: string } | null): void {
  if (pageOf === null || viewer === null || pageOf === viewer.id) return;
  throw new AppError("conflict", "other_viewer");
}

/** For whom a form's page was made, where it says so. */
export function viewerOfForm(payload: unknown): string | null {
  const given = payload instanceof FormData ? payload.get(VIEWER_FIELD) : null;
  return typeof given === "string" ? given : null;
}
