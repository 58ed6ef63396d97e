import { AppError } from "@/lib/errors/app-error";

/**
 * A request that changes something must come from a page of the very host it goes to. A missing Origin is refused
 * too: every browser sends one, and what is not a browser uses the API.
 * @throws AppError `forbidden` with reason `foreign_origin`
 */
export function requireSameOrigin(
  origin: string | null,
  host: string | null,
  protocol: "http" | "https",
): void {
  if (origin === null || host === null || origin.toLowerCase() !== `${protocol}://${host.toLowerCase()}`) {
    throw new AppError("forbidden", "foreign_origin", { detail: `origin ${origin} on host ${host}` });
  }
}
