import { getLocale } from "next-intl/server";
import { withViewerApi } from "@/lib/actions/with-api";
import { tellOutcome } from "@/lib/recommendations/mutations";
import { recommend } from "@/lib/recommendations/queries";
import { outcomeInput, recommendationsQuerySchema } from "@/lib/recommendations/schemas";

/**
 * What I might do next, for a `journey` or for none, at most `limit`. Answers at once what rules say or what was said
 * before; with `wait`, and where `pending` told that it may help, a provider has up to 2.5 seconds.
 */
export const GET = withViewerApi({
  input: recommendationsQuerySchema,
  rate: "lookup",
  run: async ({ db, requestId }, input, request) =>
    recommend(input, { db, requestId, language: await getLocale(), signal: request.signal }),
});

/** Says what became of suggestions; accepting takes them into a journey, which the answer names. */
export const POST = withViewerApi({
  input: outcomeInput,
  run: (ctx, input) => tellOutcome(ctx, input),
});
