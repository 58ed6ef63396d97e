import { fetchJson } from "@/lib/http/fetch-json";
import { withParam } from "@/lib/http/query";
import type { FeedPage } from "./schemas";

/** Fetches a page of a feed. `endpoint` answers with a {@link FeedPage} and takes `before`. Throws ApiProblem. */
export function fetchFeedPage(
  endpoint: string,
  before: string | null,
  signal?: AbortSignal,
): Promise<FeedPage> {
  return fetchJson<FeedPage>(before === null ? endpoint : withParam(endpoint, "before", before), { signal });
}
