"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "@/components/ui/toast";

/** Runs an action that changes the page, and says what went wrong. */
export function useDoing() {
  const errors = useTranslations("errors");
  const [pending, start] = useTransition();
  const run = (action: () => Promise<{ ok: boolean; error?: { message: string } }>) =>
    start(async () => {
      const answer = await action().catch(() => null);
      if (!answer?.ok) toast.error(answer?.error?.message ?? errors("unavailable"));
    });
  return { pending, run };
}
