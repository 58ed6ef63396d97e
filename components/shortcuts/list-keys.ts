import type { ShortcutId } from "@/lib/shortcuts/shortcuts";
import { currentCard, moveCard, pressOnCard } from "./cards";

/** The page where a post is shared on, by the id of the post; null where it cannot be. */
export type ShareOf = (postId: string) => string | null;

function share(shareOf: ShareOf): void {
  const href = shareOf(currentCard()?.id.replace(/^post-/, "") ?? "");
  if (href) window.location.assign(href);
}

const RUN: Record<ShortcutId<"list">, (shareOf: ShareOf) => void> = {
  next: () => moveCard(1),
  previous: () => moveCard(-1),
  open: () => pressOnCard("open"),
  like: () => pressOnCard("like"),
  save: () => pressOnCard("save"),
  share,
  compose: () => document.getElementById("field-body")?.focus(),
};

/** Does what a key asks for in a list of posts. */
export function runListKey(shortcut: ShortcutId<"list">, shareOf: ShareOf): void {
  RUN[shortcut](shareOf);
}
