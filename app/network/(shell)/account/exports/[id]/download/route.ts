import { withViewerApi } from "@/lib/actions/with-api";
import { seeOther } from "@/lib/auth/handoff";
import { AppError } from "@/lib/errors/app-error";
import { openExport } from "@/lib/exports/mutations";
import { EXPORT_PROBLEMS, openExportSchema } from "@/lib/exports/schemas";
import { networkUrl } from "@/lib/tenancy/links";

/** Why it did not open, as the page of exports tells it. */
function problemOf(error: unknown): (typeof EXPORT_PROBLEMS)[number] | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === "not_found") return "wrong_link";
  return EXPORT_PROBLEMS.find((known) => known === error.reason) ?? null;
}

/** The ZIP of an export, for its owner, passed on as it comes. A browser that may not have it is sent to the page that says why. */
export const GET = withViewerApi({
  rate: "media",
  input: openExportSchema,
  run: async (ctx, input, request) => {
    try {
      const { content, bytes, name } = await openExport(ctx, input, request.signal);
      return new Response(content, {
        headers: {
          "content-type": "application/zip",
          ...(bytes === null ? {} : { "content-length": String(bytes) }),
          "content-disposition": `attachment; filename="${name}"`,
          "cache-control": "private, no-store",
          "x-content-type-options": "nosniff",
        },
      });
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      return seeOther(networkUrl(`/account/exports?problem=${problem}`));
    }
  },
});
