import { areShortcutsOn } from "./preference";

type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "defaultPrevented" | "target"
>;

const TYPED_INTO = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";
const OVER_THE_PAGE = "[role=dialog], [role=alertdialog], [role=menu], dialog[open]";

/** How long somebody takes from one key of a sequence to the next, at most. */
const PATIENCE_MS = 1500;

/** Signs by their place where a keyboard writes another script there. */
const SIGNS: Record<string, readonly [plain: string, shifted: string]> = {
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
  Slash: ["/", "?"],
};

/** The Latin letter or sign on a key, also where the keyboard writes another script there. */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): string {
  if (key.length !== 1 || key.charCodeAt(0) <= 0x7f) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter?.toLowerCase() ?? SIGNS[code]?.[shiftKey ? 1 : 0] ?? key;
}

/** Ctrl+K or Cmd+K. */
export function isPaletteKey(event: KeyPress & { shiftKey: boolean }): boolean {
  const held = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  return held && keyOf(event).toLowerCase() === "k";
}

/** Whether something lies over the page that keys belong to. */
export function isPageCovered(): boolean {
  return document.querySelector(OVER_THE_PAGE) !== null;
}

/** Whether a key is a shortcut at all: nobody types, nothing lies over the page, and shortcuts are not switched off. */
export function hearsShortcut(event: KeyPress): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return false;
  if (event.key.length !== 1) return false;
  if (event.target instanceof Element && event.target.closest(TYPED_INTO)) return false;
  return !isPageCovered() && areShortcutsOn();
}

/** Keys typed so far, and when the last of them was (milliseconds). */
export interface TypedKeys {
  keys: string;
  at: number;
}

/** What has been typed with one more key: `g h` where a `g` stands just before it. */
export function typeKey(before: TypedKeys | null, key: string, at: number): TypedKeys {
  const follows = before?.keys === "g" && at - before.at <= PATIENCE_MS;
  return { keys: follows ? `g ${key}` : key, at };
}
