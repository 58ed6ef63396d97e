const TYPING = "input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=listbox]";

interface Press {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  defaultPrevented: boolean;
  isComposing: boolean;
}

/**
 * The single key of a press, as shortcuts name it: Latin letters by their place where a keyboard writes others.
 * Null for what belongs to somebody typing, to a menu or dialog, or to the browser.
 */
export function singleKey(
  press: Press,
  target: { closest(selector: string): unknown } | null,
): string | null {
  if (press.defaultPrevented || press.isComposing) return null;
  if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  if (target?.closest(TYPING)) return null;
  if (press.key === "Enter" || /^[a-z]$/.test(press.key)) return press.key;
  const place = /^Key([A-Z])$/.exec(press.code);
  return /^\p{L}$/u.test(press.key) && place?.[1] ? place[1].toLowerCase() : null;
}
