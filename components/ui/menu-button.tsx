"use client";

import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Ellipsis } from "@/components/ui/icons";
import { buttonClasses } from "./button-classes";
import { Menu, MenuTrigger } from "./menu";

interface MenuButtonProps {
  label: string;
  /** What stands in the button; three dots unless given. */
  icon?: ReactNode;
  className?: string;
  /** Where the button leads before scripts arrive. */
  href?: string;
  /** `MenuContent`, and the dialogs that its items open. */
  children: ReactNode;
}

/** A button that opens a menu. Nothing of the menu is made or fetched before: a list has one for each of its rows. */
export function MenuButton({ icon, className, children, ...button }: MenuButtonProps) {
  const [made, setMade] = useState<"reached" | "pressed" | null>(null);
  const trigger = useRef<HTMLElement>(null);
  const missed = useRef<string>(null);
  const reach = () => setMade((before) => before ?? "reached");
  const look = {
    className: className ?? buttonClasses({ variant: "quiet", size: "sm", square: true }),
    children: icon ?? <Ellipsis aria-hidden size={18} />,
  };
  const plain = (
    <PlainTrigger
      {...button}
      {...look}
      busy={made === "pressed"}
      onReach={reach}
      onKey={(key) => {
        missed.current = key;
        reach();
      }}
      onPress={() => setMade("pressed")}
    />
  );
  if (made === null) return plain;
  return (
    <Suspense fallback={plain}>
      <Menu defaultOpen={made === "pressed"}>
        <Trigger {...button} {...look} trigger={trigger} takesFocus={made === "reached"} />
        {children}
      </Menu>
      <MissedKey missed={missed} trigger={trigger} />
    </Suspense>
  );
}

interface TriggerProps {
  label: string;
  href?: string;
  className: string;
  children: ReactNode;
}

interface MadeTriggerProps extends TriggerProps {
  trigger: RefObject<HTMLElement | null>;
  takesFocus: boolean;
}

/** The button of a menu that is there. */
function Trigger({ label, href, trigger, takesFocus, children, className }: MadeTriggerProps) {
  useLayoutEffect(() => {
    // The plain button is gone with the focus, unless that has moved on meanwhile.
    if (takesFocus && document.activeElement === document.body) trigger.current?.focus();
  }, [trigger, takesFocus]);
  return (
    <MenuTrigger asChild>
      {href ? (
        <a
          ref={trigger as RefObject<HTMLAnchorElement | null>}
          href={href}
          aria-label={label}
          onClick={(event) => event.preventDefault()}
          className={className}
        >
          {children}
        </a>
      ) : (
        <button
          ref={trigger as RefObject<HTMLButtonElement | null>}
          type="button"
          aria-label={label}
          className={className}
        >
          {children}
        </button>
      )}
    </MenuTrigger>
  );
}

interface MissedKeyProps {
  missed: RefObject<string | null>;
  trigger: RefObject<HTMLElement | null>;
}

/** Presses again the key that came before the menu did. It stands behind the menu, which listens by then. */
function MissedKey({ missed, trigger }: MissedKeyProps) {
  useEffect(() => {
    if (missed.current === null) return;
    const key = missed.current;
    missed.current = null;
    trigger.current?.dispatchEvent(
      new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
  }, [missed, trigger]);
  return null;
}

const OPENING_KEYS = ["Enter", " ", "ArrowDown"];

interface PlainTriggerProps extends TriggerProps {
  busy: boolean;
  onReach: () => void;
  onKey: (key: string) => void;
  onPress: () => void;
}

/** The same before the menu is made. */
function PlainTrigger({ label, href, busy, onReach, onKey, onPress, ...look }: PlainTriggerProps) {
  const shared = {
    ...look,
    "aria-label": label,
    "aria-haspopup": "menu",
    "aria-expanded": false,
    "aria-busy": busy || undefined,
    // Made as soon as the keyboard reaches it, the menu mostly hears the key that opens it itself.
    onFocus: (event: FocusEvent<HTMLElement>) => {
      if (event.currentTarget.matches(":focus-visible")) onReach();
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!OPENING_KEYS.includes(event.key)) return;
      event.preventDefault();
      onKey(event.key);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault();
      onPress();
    },
  } as const;
  return href ? <a href={href} {...shared} /> : <button type="button" {...shared} />;
}
