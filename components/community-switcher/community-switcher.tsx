"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, Suspense, useRef, useState } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { ChevronsUpDown } from "@/components/ui/icons";
import { late } from "@/components/ui/late";
import { useAwake } from "@/components/ui/use-awake";
import { useCommunities } from "./communities-provider";
import { SWITCHER_ID } from "./switcher-id";

const Surface = late(async () => (await import("./switcher-surface")).SwitcherSurface);

/** Opens the list of one's communities. Before scripts arrive it is a link to the same list on the network host. */
export function CommunitySwitcher() {
  const { load } = useCommunities();
  const trigger = useRef<HTMLAnchorElement>(null);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const near = () => {
    load();
    setWanted(true);
  };
  const change = (next: boolean) => {
    if (next) near();
    setOpen(next);
  };
  return (
    <>
      <Trigger trigger={trigger} open={open} onPress={() => change(!open)} onNear={near} />
      {wanted ? (
        <Suspense fallback={null}>
          <Surface open={open} onOpenChange={change} trigger={trigger as RefObject<HTMLAnchorElement>} />
        </Suspense>
      ) : null}
    </>
  );
}

interface TriggerProps {
  trigger: RefObject<HTMLAnchorElement | null>;
  open: boolean;
  onPress: () => void;
  /** The pointer or focus comes near: time to fetch. */
  onNear: () => void;
}

function Trigger({ trigger, open, onPress, onNear }: TriggerProps) {
  const t = useTranslations("switcher");
  const { network, host } = useCommunities();
  const awake = useAwake();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== " ") return;
    event.preventDefault();
    onPress();
  };
  return (
    <a
      ref={trigger}
      id={SWITCHER_ID}
      href={`${network}/switch?${new URLSearchParams({ from: host })}`}
      aria-label={t("label")}
      aria-haspopup={awake ? "dialog" : undefined}
      aria-expanded={awake ? open : undefined}
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
