"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useState } from "react";
import { pictureInputId } from "@/components/pictures/picture-tools";
import {
  AtSign,
  Bold,
  Code,
  Heading,
  type Icon,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListOrdered,
  TextQuote,
} from "@/components/ui/icons";
import { applyTool, continueLine, TOOLS, type Tool } from "@/lib/markdown/editing";
import { applyEdit, insertAtCursor, selectionOf } from "./insert-text";

interface ToolbarProps {
  field: HTMLTextAreaElement;
}

const EXTRAS = ["mention", "picture"] as const;
type Extra = (typeof EXTRAS)[number];

const isExtra = (tool: Tool | Extra): tool is Extra => (EXTRAS as readonly string[]).includes(tool);

const ICONS: Record<Tool | Extra, Icon> = {
  bold: Bold,
  italic: Italic,
  heading: Heading,
  link: Link2,
  quote: TextQuote,
  code: Code,
  list: List,
  numbered: ListOrdered,
  mention: AtSign,
  picture: ImagePlus,
};

const KEYS: Readonly<Record<string, Tool>> = { b: "bold", i: "italic", k: "link" };
const KEY_OF: Partial<Record<Tool, string>> = { bold: "B", italic: "I", link: "K" };

function onFieldKey(event: globalThis.KeyboardEvent): void {
  const { currentTarget: field, isComposing, key } = event;
  if (!(field instanceof HTMLTextAreaElement) || isComposing || event.altKey || event.defaultPrevented)
    return;
  const tool = event.ctrlKey || event.metaKey ? KEYS[key.toLowerCase()] : undefined;
  const isEnter = key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey;
  const edit =
    tool && !event.shiftKey
      ? applyTool(tool, selectionOf(field))
      : isEnter
        ? continueLine(selectionOf(field))
        : null;
  if (!edit) return;
  event.preventDefault();
  // Elsewhere on the page the same keys mean something else.
  event.stopPropagation();
  applyEdit(field, edit);
}

/** Moves the focus among the buttons: the arrows as they look, Home and End. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
  const at = buttons.findIndex((button) => button.matches(":focus"));
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + forward,
    ArrowLeft: at - forward,
    Home: 0,
    End: buttons.length - 1,
  };
  const to = steps[event.key];
  if (to === undefined || at === -1) return;
  event.preventDefault();
  buttons.at(to % buttons.length)?.focus();
}

/** The marks of Markdown as buttons for a text, and as keys within it. One stop of the Tab key. */
export function Toolbar({ field }: ToolbarProps) {
  const t = useTranslations("post.compose.tools");
  const [current, setCurrent] = useState<string>(TOOLS[0]);
  useEffect(() => {
    field.addEventListener("keydown", onFieldKey);
    return () => field.removeEventListener("keydown", onFieldKey);
  }, [field]);
  const press = (tool: Tool | Extra) => {
    if (tool === "picture") document.getElementById(pictureInputId(field))?.click();
    else if (tool === "mention")
      insertAtCursor(field, /\S$/.test(field.value.slice(0, field.selectionStart)) ? " @" : "@");
    else applyEdit(field, applyTool(tool, selectionOf(field)));
  };
  return (
    <div
      role="toolbar"
      aria-label={t("label")}
      aria-controls={field.id}
      onKeyDown={moveFocus}
      className="flex items-center overflow-x-auto p-0.5 [scrollbar-width:none]"
    >
      {[...TOOLS, ...EXTRAS].map((tool) => {
        const Drawing = ICONS[tool];
        const key = isExtra(tool) ? undefined : KEY_OF[tool];
        return (
          <button
            key={tool}
            type="button"
            tabIndex={tool === current ? 0 : -1}
            aria-label={t(tool)}
            aria-keyshortcuts={key && `Control+${key} Meta+${key}`}
            title={key ? t("withKey", { name: t(tool), key: `Ctrl + ${key}` }) : t(tool)}
            onFocus={() => setCurrent(tool)}
            // The text keeps the focus, and on phones its keyboard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => press(tool)}
            className="inline-flex size-8 shrink-0 items-center max-sm:min-w-8 max-sm:flex-1 justify-center rounded-control text-ink-muted transition-colors hover:bg-accent-soft hover:text-ink pointer-coarse:size-11"
          >
            <Drawing aria-hidden size={18} />
          </button>
        );
      })}
    </div>
  );
}
