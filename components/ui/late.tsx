import { type ComponentType, lazy } from "react";

/** Between attempts to fetch code while there is a connection, in milliseconds: the last one again and again. */
const PAUSES_MS = [1000, 5000, 30_000];

function untilWorthTrying(attempt: number): Promise<unknown> {
  return new Promise((resolve) => {
    if (navigator.onLine) setTimeout(resolve, PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)]);
    else addEventListener("online", resolve, { once: true });
  });
}

/**
 * Loads code until it is there: at once, when the connection is back, or a while after the server failed to give it.
 * It does not reject, since what comes late may not take down the page that goes without it.
 */
async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await load();
    } catch {
      await untilWorthTrying(attempt);
    }
  }
}

/** A component whose code is fetched when it is first shown. It stands in a `Suspense`. */
export function late<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await untilLoaded(load) }));
}
