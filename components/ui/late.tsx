import { type ComponentType, type LazyExoticComponent, lazy } from "react";

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

/** A component whose code comes when it is first shown, or when it is called for before. */
export type Late<Props> = LazyExoticComponent<ComponentType<Props>> & { call: () => Promise<unknown> };

/**
 * A component whose code is fetched when it is first shown. It stands in a `Suspense`.
 * Once its code is there, it is shown at once and not after a fallback, for which React lets a third of a second pass.
 */
export function late<Props>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  type Module = { default: ComponentType<Props> };
  let there: Module | undefined;
  let coming: Promise<Module> | undefined;
  const call = () => {
    coming ??= untilLoaded(load).then((component) => {
      there = { default: component };
      return there;
    });
    return coming;
  };
  // biome-ignore lint/suspicious/noThenProperty: React asks whatever it is given by its then, and takes an answer at once
  const now = { then: (use: (module: Module | undefined) => void) => use(there) } as Promise<Module>;
  return Object.assign(
    lazy(() => (there ? now : call())),
    { call },
  );
}
