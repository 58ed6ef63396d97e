"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { removeSamplesAction } from "@/lib/tenants/settings-actions";

/** Removes every sample post with one press, and says how many there were. */
export function RemoveSamples() {
  const t = useTranslations("arrival");
  const errors = useTranslations("errors");
  const [pending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const answer = await removeSamplesAction({}).catch(() => null);
      if (answer?.ok) toast.success(t("samplesRemoved", answer.data));
      else toast.error(answer?.error.message ?? errors("unavailable"));
    });
  return (
    <Button size="sm" busy={pending} onClick={remove}>
      {t("removeSamples")}
    </Button>
  );
}
