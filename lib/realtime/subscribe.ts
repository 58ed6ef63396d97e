import type { LiveMessage } from "./hub";
import { type LiveState, reopenDelay } from "./rules";

/**
 * Listens to a topic (`user:<id>`, `tenant:<id>:feed`, `tenant:<id>:post:<id>`) until the returned function is called.
 * What that takes is loaded with the first call. `onState` says `live` whenever the topic is heard from then on, first
 * and after every loss: fetch then what may have been missed, and take what is there already for what it is.
 */
export function subscribe(
  topic: string,
  onMessage: (message: LiveMessage) => void,
  onState: (state: LiveState) => void,
): () => void {
  let stop: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  async function start(tries: number): Promise<void> {
    try {
      const { pageHub } = await import("./hub");
      if (!stopped) stop = pageHub().listen(topic, { onMessage, onState });
    } catch {
      if (stopped) return;
      if (tries === 0) onState("lost");
      timer = setTimeout(() => void start(tries + 1), reopenDelay(tries, Math.random()));
    }
  }
  void start(0);
  return () => {
    stopped = true;
    clearTimeout(timer);
    stop?.();
  };
}
