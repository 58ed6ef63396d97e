"use client";

import { useLocale } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { Search } from "@/components/ui/icons";
import {
  hearsShortcut,
  isPageCovered,
  isPaletteKey,
  keyOf,
  type TypedKeys,
  typeKey,
} from "@/lib/shortcuts/keys";
import type { HostKindOfPage } from "@/lib/shortcuts/shortcuts";
import type { Asked, SignOut } from "./command-panel";
import type { LoadedPanel } from "./load-panel";

interface CommandKeysProps {
  host: HostKindOfPage;
  /** Of the button that opens the palette. */
  label: string;
  /** For somebody who is signed in on this host. */
  signOut?: SignOut;
}

/** The button of the palette, and the ear for its keys and for shortcuts. What they open is fetched when first wanted. */
export function CommandKeys({ host, label, signOut }: CommandKeysProps) {
  const locale = useLocale();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [loaded, setLoaded] = useState<LoadedPanel | null>(null);
  const ask = (what: Asked) => {
    setAsked(what);
    if (loaded) return;
    import("./load-panel").then(({ loadPanel }) => loadPanel(locale)).then(setLoaded, () => setAsked(null));
  };
  useKeys(ask);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={label}
        title={label}
        onClick={() => ask("palette")}
        className={buttonClasses({ variant: "quiet", size: "sm", square: true })}
      >
        <Search aria-hidden size={18} />
      </button>
      {asked && loaded ? (
        <loaded.Panel
          texts={loaded.texts}
          asked={asked}
          host={host}
          signOut={signOut}
          onAsk={setAsked}
          onDone={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

/** The page's own field to search with gets the focus. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLElement>("main input[type=search]");
  field?.focus();
  return field !== null;
}

function useKeys(ask: (what: Asked) => void): void {
  const typed = useRef<TypedKeys>(null);
  const listen = useEffectEvent((event: KeyboardEvent) => {
    if (isPaletteKey(event)) {
      event.preventDefault();
      if (!isPageCovered()) ask("palette");
    } else if (hearsShortcut(event)) {
      typed.current = typeKey(typed.current, keyOf(event), event.timeStamp);
      const { keys } = typed.current;
      if (keys === "?") ask("help");
      else if (keys === "/" && !focusSearch()) ask("palette");
      else if (keys.startsWith("g ")) ask({ keys });
      else if (keys !== "/") return;
      event.preventDefault();
    }
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => listen(event);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
