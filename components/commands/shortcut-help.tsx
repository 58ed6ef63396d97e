"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogPanel } from "@/components/ui/dialog-panel";
import { areShortcutsOn, setShortcutsOn } from "@/lib/shortcuts/preference";
import { type HostKindOfPage, SHORTCUTS, shortcutsOf } from "@/lib/shortcuts/shortcuts";
import { Keys } from "./keys";

/** Which keys do what on this screen, and the switch that turns single keys off. */
export function ShortcutHelp({ host, onDone }: { host: HostKindOfPage; onDone: () => void }) {
  const t = useTranslations("shortcuts");
  const path = usePathname();
  const [open, setOpen] = useState(true);
  const [on, setOn] = useState(areShortcutsOn);
  const shown = shortcutsOf(SHORTCUTS, { host, path });
  const change = (next: boolean) => {
    setShortcutsOn(next);
    setOn(next);
  };
  return (
    <DialogPanel
      open={open}
      onOpenChange={setOpen}
      onClosed={onDone}
      title={t("title")}
      description={t("text")}
      closeLabel={t("close")}
    >
      <dl className="grid text-[0.9375rem]">
        {shown.map(({ id, keys, labelKey }) => (
          <div
            key={id}
            className="flex min-h-10 items-center justify-between gap-4 border-b border-line py-1.5"
          >
            <dt>{t(`labels.${labelKey}`)}</dt>
            <dd className="shrink-0">
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <Checkbox
        name="shortcuts"
        role="switch"
        label={t("switch")}
        hint={t("switchHint")}
        checked={on}
        onChange={(event) => change(event.target.checked)}
      />
    </DialogPanel>
  );
}
