import { applyEdit } from "@/components/composer/insert-text";
import type { TextChange } from "@/lib/media/in-text";

function moved(position: number, { from, to, insert }: TextChange): number {
  if (position < from || (position === from && to > from)) return position;
  return position >= to ? position + insert.length - (to - from) : from + insert.length;
}

/**
 * Changes the text of a field while somebody may be writing elsewhere in it, or in another field: cursor and focus stay
 * where they are. React hears of it.
 */
export function changeText(field: HTMLTextAreaElement, change: TextChange): void {
  const { from, to, insert } = change;
  if (document.activeElement === field) {
    const [start, end] = [moved(field.selectionStart, change), moved(field.selectionEnd, change)];
    applyEdit(field, { from, to, insert, start, end });
    return;
  }
  field.setRangeText(insert, from, to, "preserve");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
}
