"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { Sheet } from "@/components/ui/sheet";
import { SwitcherPanel } from "./switcher-panel";
import { useNarrow } from "./use-narrow";

interface SwitcherSurfaceProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What opened it: the panel stands beside it, and the focus goes back there. */
  trigger: RefObject<HTMLElement>;
}

/** The list of one's communities: beside its button on a wide page, from the lower edge on a phone. */
export function SwitcherSurface({ open, onOpenChange, trigger }: SwitcherSurfaceProps) {
  const t = useTranslations("switcher");
  const narrow = useNarrow();
  if (narrow) {
    return (
      <Sheet open={open} onOpenChange={onOpenChange} title={t("title")} closeLabel={t("close")}>
        <SwitcherPanel />
      </Sheet>
    );
  }
  return (
    <Popover open={open} onOpenChange={onOpenChange}>
      <PopoverAnchor virtualRef={trigger} />
      <PopoverContent
        aria-label={t("title")}
        align="start"
        className="!p-3"
        onInteractOutside={(event) => {
          // Its own button closes the panel itself.
          if (event.target instanceof Node && trigger.current.contains(event.target)) event.preventDefault();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          trigger.current.focus();
        }}
      >
        <SwitcherPanel />
      </PopoverContent>
    </Popover>
  );
}
