"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LogOut, Pencil } from "@/components/ui/icons";
import { MenuContent, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { MenuButton } from "@/components/ui/menu-button";
import { Sheet } from "@/components/ui/sheet";
import { toast } from "@/components/ui/toast";
import { SAMPLE_PARTS, type SampleWords } from "./words";

const ICON = { "aria-hidden": true, size: 18 } as const;

/** What opens over the page: a dialog, a sheet, a menu, toasts. They look as the page itself does. */
export function OpeningSamples({ words }: { words: SampleWords }) {
  const { title, text, verb, disabled, tones, name } = words;
  const parts = SAMPLE_PARTS;
  const shared = { title, description: text, closeLabel: parts.close };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Dialog
        {...shared}
        trigger={<Button>{parts.dialog}</Button>}
        footer={
          <>
            <Button>{disabled}</Button>
            <Button variant="danger">{verb}</Button>
          </>
        }
      />
      <Sheet {...shared} trigger={<Button>{parts.sheet}</Button>}>
        <p>{text}</p>
      </Sheet>
      <MenuButton label={parts.menu}>
        <MenuContent>
          <MenuLabel>{name}</MenuLabel>
          <MenuLink href="/account" icon={<Pencil {...ICON} />}>
            {verb}
          </MenuLink>
          <MenuItem disabled>{disabled}</MenuItem>
          <MenuSeparator />
          <MenuItem icon={<LogOut {...ICON} />} onSelect={() => toast.success(tones.ok)}>
            {verb}
          </MenuItem>
        </MenuContent>
      </MenuButton>
      <Button onClick={() => toast.success(tones.ok)}>{parts.success}</Button>
      <Button onClick={() => toast.error(tones.danger)}>{parts.failure}</Button>
    </div>
  );
}
