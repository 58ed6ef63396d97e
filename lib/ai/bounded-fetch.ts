import { AiFailure } from "./failure";

/**
 * A `fetch` that reads at most `most` bytes of an answer, follows no redirect, and takes a stream only from somebody
 * who sends one: a sign-in page or an error page with status 200 is none.
 */
export function boundedFetch(most: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: "error" });
    if (!response.body || !response.ok) return response;
    if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
      await response.body.cancel();
      throw new AiFailure("broken");
    }
    let size = 0;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > most) controller.error(new AiFailure("unfit"));
        else controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counted), response);
  };
}
