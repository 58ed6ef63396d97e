/** Something that keys do. */
export interface Shortcut {
  id: string;
  /** Keys that do it; several in one text are pressed one after the other. */
  keys: readonly string[];
  /** Its name: a text of `shortcuts.labels`. */
  labelKey: string;
  /** Where it works: `list` in lists of posts. */
  scope: "list";
}

/** All shortcuts made of single keys. They can be switched off; see switch.ts. */
export const SHORTCUTS = [
  { id: "list.next", keys: ["j"], labelKey: "next", scope: "list" },
  { id: "list.previous", keys: ["k"], labelKey: "previous", scope: "list" },
  { id: "list.open", keys: ["o", "Enter"], labelKey: "open", scope: "list" },
  { id: "list.like", keys: ["l"], labelKey: "like", scope: "list" },
  { id: "list.save", keys: ["b"], labelKey: "save", scope: "list" },
  { id: "list.compose", keys: ["c"], labelKey: "compose", scope: "list" },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof SHORTCUTS)[number]["id"];

/** What a key does; null for others. */
export function findShortcut(key: string): ShortcutId | null {
  return SHORTCUTS.find(({ keys }) => keys.some((known) => known === key))?.id ?? null;
}
