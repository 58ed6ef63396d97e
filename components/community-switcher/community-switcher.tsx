"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { ChevronsUpDown } from "@/components/ui/icons";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Sheet } from "@/components/ui/sheet";
import { useCommunities } from "./communities-provider";
import { SwitcherPanel } from "./switcher-panel";
import { useNarrow } from "./use-narrow";

/** Opens the list of one's communities. Before scripts arrive it is a link to the same list on the network host. */
export function CommunitySwitcher() {
  const t = useTranslations("switcher");
  const { load } = useCommunities();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    if (next) load();
    setOpen(next);
  };
  useShortcut(() => change(true));
  const trigger = <Trigger open={open} onPress={() => change(!open)} onNear={load} />;
  if (narrow) {
    return (
      <>
        {trigger}
        <Sheet open={open} onOpenChange={change} title={t("title")} closeLabel={t("close")}>
          <SwitcherPanel />
        </Sheet>
      </>
    );
  }
  return (
    <Popover open={open} onOpenChange={change}>
      <PopoverTrigger asChild>{trigger}</PopoverTrigger>
      <PopoverContent aria-label={t("title")} align="start" className="!p-3">
        <SwitcherPanel />
      </PopoverContent>
    </Popover>
  );
}

interface TriggerProps {
  open: boolean;
  onPress: () => void;
  /** The pointer or focus comes near: time to fetch. */
  onNear: () => void;
}

function Trigger({ open, onPress, onNear, ...rest }: TriggerProps) {
  const t = useTranslations("switcher");
  const { network, host } = useCommunities();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== " ") return;
    event.preventDefault();
    onPress();
  };
  return (
    <a
      {...rest}
      href={`${network}/switch?${new URLSearchParams({ from: host })}`}
      type={undefined}
      aria-label={t("label")}
      aria-haspopup="dialog"
      aria-expanded={open}
      title={t("label")}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onPress();
      }}
      onKeyDown={onKeyDown}
      onPointerEnter={onNear}
      onFocus={onNear}
      className={buttonClasses({ variant: "quiet", size: "sm", square: true })}
    >
      <ChevronsUpDown aria-hidden size={18} />
    </a>
  );
}

/** Ctrl+K or Cmd+K, wherever one is on the page. */
function useShortcut(open: () => void): void {
  const listen = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const isShortcut = event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey);
    if (!isShortcut || event.shiftKey || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    open();
  });
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => listen(event);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
