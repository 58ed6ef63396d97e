import { fetchJson } from "@/lib/http/fetch-json";
import { subscribe } from "@/lib/realtime/subscribe";
import { sumUnread } from "./rules";
import type { InboxCount } from "./schemas";

/** What the page knows of the inbox: how much is unread in all, null while that is unknown. */
export interface UnreadStore {
  subscribe(onChange: () => void): () => void;
  read(): number | null;
}

/**
 * Follows the inbox of a person while anybody on the page listens: asks once the connection is there, and again after
 * every message and every loss. What cannot be asked leaves the last answer as it is.
 */
export function followUnread(
  personId: string,
  ask: () => Promise<{ communities: InboxCount[] }> = () => fetchJson("/api/v1/inbox/counts"),
  listen: typeof subscribe = subscribe,
): UnreadStore {
  const listeners = new Set<() => void>();
  let known: number | null = null;
  let stop: (() => void) | undefined;
  let asked = 0;
  const renew = async () => {
    asked += 1;
    const mine = asked;
    const answer = await ask().catch(() => null);
    // A later question has the newer answer.
    if (answer === null || mine !== asked) return;
    known = sumUnread(answer.communities);
    for (const tell of listeners) tell();
  };
  return {
    read: () => known,
    subscribe(onChange) {
      listeners.add(onChange);
      stop ??= listen(
        `user:${personId}`,
        () => void renew(),
        () => void renew(),
      );
      return () => {
        listeners.delete(onChange);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}

const stores = new Map<string, UnreadStore>();

/** The one store of a page for a person. */
export function unreadOf(personId: string): UnreadStore {
  const store = stores.get(personId) ?? followUnread(personId);
  stores.set(personId, store);
  return store;
}
