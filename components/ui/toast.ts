import type { ExternalToast } from "sonner";

/** Something short to say about what a person did. */
export interface Saying {
  kind: "success" | "error";
  text: string;
  options?: ExternalToast;
}

type Listener = () => void;

let sayings: readonly Saying[] = [];
const listeners = new Set<Listener>();

function change(next: readonly Saying[]): void {
  sayings = next;
  for (const listener of listeners) listener();
}

/** What waits to be said: `Toaster` shows it. */
export const waitingSayings = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: () => sayings,
  /** Takes everything that waits. */
  take(): readonly Saying[] {
    const taken = sayings;
    if (taken.length > 0) change([]);
    return taken;
  },
};

/** Says shortly what came of what a person did. */
export const toast = {
  success: (text: string, options?: ExternalToast) =>
    change([...sayings, { kind: "success", text, options }]),
  error: (text: string, options?: ExternalToast) => change([...sayings, { kind: "error", text, options }]),
};
