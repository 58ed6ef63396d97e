"use client";

import {
  type FocusEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  Suspense,
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
  const look = {
    className: className ?? buttonClasses({ variant: "quiet", size: "sm", square: true }),
    children: icon ?? <Ellipsis aria-hidden size={18} />,
  };
  const plain = (
    <PlainTrigger
      {...button}
      {...look}
      busy={made === "pressed"}
      onReach={() => setMade((before) => before ?? "reached")}
      onPress={() => setMade("pressed")}
    />
  );
  if (made === null) return plain;
  return (
    <Suspense fallback={plain}>
      <Menu defaultOpen={made === "pressed"}>
        <Trigger {...button} {...look} takesFocus={made === "reached"} />
        {children}
      </Menu>
    </Suspense>
  );
}

interface TriggerProps {
  label: string;
  href?: string;
  className: string;
  children: ReactNode;
}

/** The button of a menu that is there. */
function Trigger({ label, href, takesFocus, children, className }: TriggerProps & { takesFocus: boolean }) {
  const trigger = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // The plain button is gone with the focus, unless that has moved on meanwhile.
    if (takesFocus && document.activeElement === document.body) trigger.current?.focus();
  }, [takesFocus]);
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

interface PlainTriggerProps extends TriggerProps {
  busy: boolean;
  onReach: () => void;
  onPress: () => void;
}

/** The same before the menu is made. */
function PlainTrigger({ label, href, busy, onReach, onPress, ...look }: PlainTriggerProps) {
  const shared = {
    ...look,
    "aria-label": label,
    "aria-haspopup": "menu",
    "aria-expanded": false,
    "aria-busy": busy || undefined,
    // Made as soon as the keyboard reaches it, the menu hears the very key that opens it and goes to its first item.
    onFocus: (event: FocusEvent<HTMLElement>) => {
      if (event.currentTarget.matches(":focus-visible")) onReach();
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault();
      onPress();
    },
  } as const;
  return href ? <a href={href} {...shared} /> : <button type="button" {...shared} />;
}
