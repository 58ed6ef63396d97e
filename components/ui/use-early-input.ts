"use client";

import { type ChangeEvent, type ChangeEventHandler, useEffect, useEffectEvent, useRef } from "react";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Controlled<C extends Control> {
  value?: unknown;
  onChange?: ChangeEventHandler<C>;
}

/**
 * Tells a controlled field what somebody typed or chose before its scripts arrived: the browser shows it already, and
 * React would put its own state over it with the next render. Gives the ref for the field.
 */
export function useEarlyInput<C extends Control>({ value, onChange }: Controlled<C>) {
  const field = useRef<C>(null);
  const tell = useEffectEvent(() => {
    const node = field.current;
    if (!node || value === undefined || node.value === value) return;
    onChange?.({ target: node, currentTarget: node } as ChangeEvent<C>);
  });
  useEffect(() => tell(), []);
  return field;
}
