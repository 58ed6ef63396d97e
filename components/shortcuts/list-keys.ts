import type { ShortcutId } from "@/lib/shortcuts/shortcuts";

const CARD = "[data-post]";

function currentCard(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(CARD) ?? null;
}

/** The first card that can be seen whole or in part below the head of the page. */
function firstInView(cards: readonly HTMLElement[]): HTMLElement | undefined {
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return cards.find((card) => card.getBoundingClientRect().bottom > top);
}

function focusCard(card: HTMLElement | undefined): void {
  if (!card) return;
  for (const other of document.querySelectorAll(`${CARD}[tabindex]`)) other.removeAttribute("tabindex");
  card.tabIndex = 0;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function move(step: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>(CARD)];
  const current = currentCard();
  focusCard(current ? cards[cards.indexOf(current) + step] : firstInView(cards));
}

function press(control: "open" | "like" | "save"): void {
  currentCard()?.querySelector<HTMLElement>(`[data-key=${control}]`)?.click();
}

const RUN: Record<ShortcutId<"list">, () => void> = {
  next: () => move(1),
  previous: () => move(-1),
  open: () => press("open"),
  like: () => press("like"),
  save: () => press("save"),
  compose: () => document.getElementById("field-body")?.focus(),
};

/** Does what a key asks for in a list of posts. */
export function runListKey(shortcut: ShortcutId<"list">): void {
  RUN[shortcut]();
}
