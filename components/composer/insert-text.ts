import type { Edit, Selection } from "@/lib/markdown/editing";

/** The text of a field with what is selected in it. */
export function selectionOf(field: HTMLTextAreaElement): Selection {
  return { text: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/** Changes the text of a field as if somebody typed it: the browser's undo takes it back, and React hears of it. */
export function applyEdit(field: HTMLTextAreaElement, { from, to, insert, start, end }: Edit): void {
  field.focus();
  field.setSelectionRange(from, to);
  const typed =
    insert === "" ? document.execCommand("delete") : document.execCommand("insertText", false, insert);
  if (!typed && from + insert.length !== to) {
    field.setRangeText(insert, from, to, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
  }
  field.setSelectionRange(start, end);
}

/** Puts a text where the cursor stands, in place of what is selected. */
export function insertAtCursor(field: HTMLTextAreaElement, text: string): void {
  const { start: from, end: to } = selectionOf(field);
  applyEdit(field, { from, to, insert: text, start: from + text.length, end: from + text.length });
}
