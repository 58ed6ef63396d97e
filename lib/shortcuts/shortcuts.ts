/** Where shortcuts are to be had: everywhere, on one kind of host, or on one screen. */
export type ShortcutScope =
  | "everywhere"
  | "community"
  | "network"
  | "list"
  | "inbox"
  | "post"
  | "people"
  | "door";

/** One shortcut as the help shows it. */
export interface Shortcut {
  id: string;
  /** Keys one after the other: `g h`. `Mod` is Ctrl, or Cmd on a Mac, and is held. */
  keys: string;
  /** Key below `shortcuts.labels`. */
  labelKey: string;
  scope: ShortcutScope;
}

/** Every shortcut there is. A screen's own stand under its scope; the help lists those of the screen one is on. */
export const SHORTCUTS = [
  { id: "next", keys: "j", labelKey: "next", scope: "list" },
  { id: "previous", keys: "k", labelKey: "previous", scope: "list" },
  { id: "open", keys: "o", labelKey: "open", scope: "list" },
  { id: "like", keys: "l", labelKey: "like", scope: "list" },
  { id: "save", keys: "b", labelKey: "save", scope: "list" },
  { id: "share", keys: "s", labelKey: "share", scope: "list" },
  { id: "compose", keys: "c", labelKey: "compose", scope: "list" },
  { id: "nextNotice", keys: "j", labelKey: "nextNotice", scope: "inbox" },
  { id: "previousNotice", keys: "k", labelKey: "previousNotice", scope: "inbox" },
  { id: "openNotice", keys: "o", labelKey: "openNotice", scope: "inbox" },
  { id: "readNotice", keys: "e", labelKey: "readNotice", scope: "inbox" },
  { id: "reply", keys: "r", labelKey: "reply", scope: "post" },
  { id: "parent", keys: "p", labelKey: "parentComment", scope: "post" },
  { id: "previousComment", keys: "[", labelKey: "previousComment", scope: "post" },
  { id: "nextComment", keys: "]", labelKey: "nextComment", scope: "post" },
  { id: "nextPerson", keys: "↓", labelKey: "nextPerson", scope: "people" },
  { id: "previousPerson", keys: "↑", labelKey: "previousPerson", scope: "people" },
  { id: "nextWaiting", keys: "j", labelKey: "nextWaiting", scope: "door" },
  { id: "previousWaiting", keys: "k", labelKey: "previousWaiting", scope: "door" },
  { id: "approve", keys: "a", labelKey: "approve", scope: "door" },
  { id: "decline", keys: "x", labelKey: "decline", scope: "door" },
  { id: "palette", keys: "Mod+K", labelKey: "palette", scope: "everywhere" },
  { id: "help", keys: "?", labelKey: "help", scope: "everywhere" },
  { id: "search", keys: "/", labelKey: "search", scope: "everywhere" },
  { id: "goHome", keys: "g h", labelKey: "goHome", scope: "everywhere" },
  { id: "goFeed", keys: "g f", labelKey: "goFeed", scope: "everywhere" },
  { id: "goAll", keys: "g a", labelKey: "goAll", scope: "everywhere" },
  { id: "goInbox", keys: "g i", labelKey: "goInbox", scope: "everywhere" },
  { id: "goSwitcher", keys: "g s", labelKey: "goSwitcher", scope: "everywhere" },
  { id: "goNth", keys: "g 1–9", labelKey: "goNth", scope: "everywhere" },
  { id: "goEvents", keys: "g e", labelKey: "goEvents", scope: "community" },
  { id: "goMembers", keys: "g m", labelKey: "goMembers", scope: "community" },
  { id: "goCommunities", keys: "g c", labelKey: "goCommunities", scope: "network" },
] as const satisfies readonly Shortcut[];

export type ShortcutLabel = (typeof SHORTCUTS)[number]["labelKey"];

/** Names of what keys do on one kind of screen. */
export type ShortcutId<Scope extends ShortcutScope> = Extract<
  (typeof SHORTCUTS)[number],
  { scope: Scope }
>["id"];

/** What a single key does on one kind of screen; null for nothing. */
export function findShortcut<Scope extends ShortcutScope>(
  key: string,
  scope: Scope,
): ShortcutId<Scope> | null {
  const found = SHORTCUTS.find((one) => one.scope === scope && one.keys === key.toLowerCase());
  return (found?.id as ShortcutId<Scope> | undefined) ?? null;
}

/** Which kind of host a page is on. */
export type HostKindOfPage = "community" | "network" | "platform";

const SCREENS: readonly { scope: ShortcutScope; hosts: readonly HostKindOfPage[]; path: RegExp }[] = [
  { scope: "list", hosts: ["community"], path: /^\/(saved)?$/ },
  { scope: "list", hosts: ["network"], path: /^\/(feed|saved)$/ },
  { scope: "inbox", hosts: ["network"], path: /^\/inbox$/ },
  { scope: "people", hosts: ["community"], path: /^\/members$/ },
  { scope: "post", hosts: ["community"], path: /^\/(p|shared)\/[^/]+$/ },
  { scope: "door", hosts: ["community"], path: /^\/door$/ },
];

/** What can be pressed on a page: its own shortcuts first, then those of its host and of every page. */
export function shortcutsOf<S extends Pick<Shortcut, "scope">>(
  shortcuts: readonly S[],
  page: { host: HostKindOfPage; path: string },
): S[] {
  const screens = SCREENS.filter(({ hosts, path }) => hosts.includes(page.host) && path.test(page.path));
  const scopes: ShortcutScope[] = [...screens.map(({ scope }) => scope), "everywhere"];
  if (page.host !== "platform") scopes.push(page.host);
  return scopes.flatMap((scope) => shortcuts.filter((shortcut) => shortcut.scope === scope));
}
