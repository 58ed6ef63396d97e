const CARD = "[data-post]";

/** The card or line of a list that has the focus. */
export function currentCard(): HTMLElement | null {
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

/** Moves the focus to the next card, or the one before. */
export function moveCard(step: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>(CARD)];
  const current = currentCard();
  focusCard(current ? cards[cards.indexOf(current) + step] : firstInView(cards));
}

/** Presses what a card calls by this name, if it has that. */
export function pressOnCard(control: string): void {
  currentCard()?.querySelector<HTMLElement>(`[data-key=${control}]`)?.click();
}
