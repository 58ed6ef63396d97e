"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/result";

/** Runs an action and goes on with what it gave, or says what went wrong. */
export function useDoing() {
  const errors = useTranslations("errors");
  const [pending, start] = useTransition();
  const run = <T>(action: () => Promise<ActionResult<T>>, done?: (data: T) => void) =>
    start(async () => {
      const answer = await action().catch(() => null);
      if (answer?.ok) done?.(answer.data);
      else toast.error(answer?.error.message ?? errors("unavailable"));
    });
  return { pending, run };
}
