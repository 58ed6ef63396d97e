"use client";

import {
  type ChangeEvent,
  type ChangeEventHandler,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useAwake } from "./use-awake";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface FieldState<C extends Control> {
  id?: string;
  value?: unknown;
  onChange?: ChangeEventHandler<C>;
}

/** What the server's field holds while React takes it over; null for a field that React makes itself. */
function useHeldText(id: string | undefined): { held: string | null; wakes: boolean } {
  const wakes = !useAwake();
  const [held] = useState(() => {
    if (!wakes || !id || typeof document === "undefined") return null;
    const node = document.getElementById(id);
    return node && "value" in node && typeof node.value === "string" ? node.value : null;
  });
  return { held, wakes };
}

/** What the page came with. */
function sentText(node: Control): string {
  if (!(node instanceof HTMLSelectElement)) return node.defaultValue;
  const sent = [...node.options].find((option) => option.defaultSelected) ?? node.options[0];
  return sent?.value ?? "";
}

/**
 * Keeps what somebody typed or chose before scripts arrived: waking up, React would put what the server rendered over
 * it, at once in a textarea, with the next render elsewhere. Needs the field's `id`. Gives the ref for the field, and
 * for a textarea the text to wake up with: shown in place of its own for that one render, so that there is no moment
 * in which it holds what nobody meant to send.
 */
export function useEarlyInput<C extends Control>({ id, value, onChange }: FieldState<C>) {
  const field = useRef<C>(null);
  const { held, wakes } = useHeldText(id);
  const tell = useEffectEvent(() => {
    const node = field.current;
    if (!node) return;
    // Between React's look at the field and this moment somebody may have typed on: that is newer than what was held.
    const typed = held !== null && node.value === sentText(node) ? held : node.value;
    if (node.value !== typed) node.value = typed;
    if (value === undefined || typed === value) return;
    onChange?.({ target: node, currentTarget: node } as ChangeEvent<C>);
  });
  // Before anything can be pressed: a later effect would let somebody send what was there before they typed.
  useLayoutEffect(() => tell(), []);
  return { field, waking: wakes ? held : null };
}
