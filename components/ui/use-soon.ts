import { useEffect } from "react";
import type { Late } from "./late";

/** Safari has no idle callback; by then the page has long been drawn. */
const LATER_MS = 2000;

/**
 * Calls for the code of what one will probably open next, once the browser has nothing else to do.
 * @param parts the same array at each render
 */
export function useSoon(parts: readonly Pick<Late<never>, "call">[]): void {
  useEffect(() => {
    const call = () => {
      for (const part of parts) void part.call();
    };
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(call, LATER_MS);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(call);
    return () => cancelIdleCallback(handle);
  }, [parts]);
}
