import { VIEWER_HEADER } from "@/lib/actions/same-viewer";

type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` that says for whom the page was made (`data-viewer` of the root) when it asks its own host for a change.
 * Server actions are sent by Next.js, so no one call of ours could say it.
 */
export function saysViewer(fetch: Fetch): Fetch {
  return (input, init) => {
    const viewer = document.documentElement.dataset.viewer;
    const method = init?.method ?? (input instanceof Request ? input.method : "GET");
    const url = new URL(input instanceof Request ? input.url : input, window.location.href);
    if (viewer === undefined || method === "GET" || url.origin !== window.location.origin) {
      return fetch(input, init);
    }
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set(VIEWER_HEADER, viewer);
    return fetch(input, { ...init, headers });
  };
}
