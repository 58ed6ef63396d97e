const COPIED = [
  "boxSizing",
  "inlineSize",
  "borderBlockStartWidth",
  "borderInlineStartWidth",
  "borderInlineEndWidth",
  "paddingBlockStart",
  "paddingInlineStart",
  "paddingInlineEnd",
  "font",
  "letterSpacing",
  "lineHeight",
  "tabSize",
  "textAlign",
  "direction",
] as const;

/** Where a character of a text field stands, in pixels from the field's upper left corner. `bottom` is that of its line. */
export function caretPlace(field: HTMLTextAreaElement, at: number): { left: number; bottom: number } {
  const copy = document.createElement("div");
  const look = getComputedStyle(field);
  for (const name of COPIED) copy.style[name] = look[name];
  Object.assign(copy.style, {
    position: "absolute",
    visibility: "hidden",
    borderStyle: "solid",
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
    unicodeBidi: "plaintext",
  });
  const mark = document.createElement("span");
  mark.textContent = "\u200B";
  copy.append(field.value.slice(0, at), mark);
  field.after(copy);
  const [outer, inner] = [copy.getBoundingClientRect(), mark.getBoundingClientRect()];
  copy.remove();
  return { left: inner.left - outer.left, bottom: inner.bottom - outer.top - field.scrollTop };
}
