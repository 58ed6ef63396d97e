import type { ShortcutId } from "@/lib/shortcuts/shortcuts";

const COMMENT = "article[id^='c-']";

function commentIn(item: Element | null | undefined): HTMLElement | null {
  return item?.querySelector<HTMLElement>(`:scope > ${COMMENT}`) ?? null;
}

function siblingOf(comment: Element, side: "previous" | "next"): HTMLElement | null {
  const item = comment.parentElement;
  return commentIn(side === "next" ? item?.nextElementSibling : item?.previousElementSibling);
}

function reply(comment: Element | null): void {
  const link = comment?.querySelector<HTMLElement>("[data-reply]");
  if (link) link.click();
  else document.querySelector<HTMLElement>("#write textarea")?.focus();
}

/** Moves the focus from the comment that has it, or answers that one. Without one it goes to the first. */
export function moveInThread(shortcut: ShortcutId<"post">): void {
  const current = document.activeElement?.closest(COMMENT) ?? null;
  if (shortcut === "reply") {
    reply(current);
    return;
  }
  let target: HTMLElement | null;
  if (!current) target = document.querySelector<HTMLElement>(`#comments ${COMMENT}`);
  else if (shortcut === "parent") target = commentIn(current.parentElement?.parentElement?.closest("li"));
  else target = siblingOf(current, shortcut === "nextComment" ? "next" : "previous");
  if (!target) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
}
