"use client";

import type { ActionResult } from "@/lib/actions/result";
import type { HostKindOfPage } from "@/lib/shortcuts/shortcuts";
import { Go } from "./go";
import { Palette } from "./palette";
import { ShortcutHelp } from "./shortcut-help";

/** What somebody asked for by key or button. */
export type Asked = "palette" | "help" | { keys: string };

/** Ends the session on this host. */
export type SignOut = (input: object) => Promise<ActionResult<{ location: string }>>;

export interface CommandPanelProps {
  asked: Asked;
  host: HostKindOfPage;
  signOut?: SignOut;
  onAsk: (what: Asked) => void;
  onDone: () => void;
}

/** What a shortcut opens, or where it leads. */
export function CommandPanel({ asked, host, signOut, onAsk, onDone }: CommandPanelProps) {
  if (asked === "help") return <ShortcutHelp host={host} onDone={onDone} />;
  if (asked === "palette") return <Palette host={host} signOut={signOut} onAsk={onAsk} onDone={onDone} />;
  return <Go keys={asked.keys} host={host} onDone={onDone} />;
}
