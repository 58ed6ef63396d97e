"use client";

import { type KeyboardEvent, type ReactNode, useState } from "react";
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
  const [made, setMade] = useState(false);
  const className = buttonClasses({ variant: "quiet", size: "sm", square: true });
  const dots = <Ellipsis aria-hidden size={18} />;
  if (!made) {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      setMade(true);
    };
    return (
      <button
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setMade(true)}
        onKeyDown={onKeyDown}
        className={className}
      >
        {dots}
      </button>
    );
  }
  return (
    <Menu defaultOpen>
      <MenuTrigger aria-label={label} className={className}>
        {dots}
      </MenuTrigger>
      {children}
    </Menu>
  );
}
