"use client";

import { type FocusEvent, type ReactNode, useState } from "react";
import { Ellipsis } from "@/components/ui/icons";
import { buttonClasses } from "./button-classes";
import { Menu, MenuTrigger } from "./menu";

interface MenuButtonProps {
  label: string;
  /** `MenuContent`, and the dialogs that its items open. */
  children: ReactNode;
}

/** Three dots that open a menu. Nothing of the menu is made before: a list has one for each of its rows. */
export function MenuButton({ label, children }: MenuButtonProps) {
  const [made, setMade] = useState<"reached" | "pressed" | null>(null);
  const className = buttonClasses({ variant: "quiet", size: "sm", square: true });
  const dots = <Ellipsis aria-hidden size={18} />;
  if (made === null) {
    // Made as soon as the keyboard reaches it, the menu hears the very key that opens it and goes to its first item.
    const onFocus = (event: FocusEvent<HTMLButtonElement>) => {
      if (event.currentTarget.matches(":focus-visible")) setMade("reached");
    };
    return (
      <button
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setMade("pressed")}
        onFocus={onFocus}
        className={className}
      >
        {dots}
      </button>
    );
  }
  return (
    <Menu defaultOpen={made === "pressed"}>
      <MenuTrigger autoFocus={made === "reached"} aria-label={label} className={className}>
        {dots}
      </MenuTrigger>
      {children}
    </Menu>
  );
}
