"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAwake } from "@/components/ui/use-awake";
import { CREATE_STEPS } from "@/lib/tenants/create-steps";

interface StepButtonsProps {
  place: number;
  busy: boolean;
  checking: boolean;
  onBack: () => void;
}

/** On to the next step, or the founding itself at the last; without scripts only that. */
export function StepButtons({ place, busy, checking, onBack }: StepButtonsProps) {
  const t = useTranslations("create");
  const awake = useAwake();
  const last = place === CREATE_STEPS.length - 1;
  return (
    <div className="grid gap-3 border-t border-line pt-6">
      <div className="flex flex-wrap gap-3">
        {place > 0 ? (
          <div className="[@media(scripting:none)]:hidden">
            <Button size="lg" onClick={onBack}>
              {t("back")}
            </Button>
          </div>
        ) : null}
        {last ? null : (
          <div className="[@media(scripting:none)]:hidden">
            {/* It stands before the other: Enter presses it, and nothing as long as it is off. */}
            <Button type="submit" variant="primary" size="lg" disabled={!awake} busy={checking}>
              {t("next")}
            </Button>
          </div>
        )}
        <div className={last ? "" : "hidden [@media(scripting:none)]:block"}>
          <SubmitButton size="lg" busy={busy}>
            {t("found")}
          </SubmitButton>
        </div>
      </div>
      <p className="text-sm text-ink-muted">{t("draftKept")}</p>
    </div>
  );
}
