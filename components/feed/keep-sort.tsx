"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { ActionProblem } from "@/components/forms/action-problem";
import { SubmitButton } from "@/components/ui/submit-button";
import { keepFeedSortAction } from "@/lib/feed/actions";
import type { FeedSort } from "@/lib/feed/views";

/** Lets the feed open in this order from now on. Works before scripts arrive. */
export function KeepSort({ sort }: { sort: FeedSort }) {
  const t = useTranslations("feed.view");
  const [answer, formAction, busy] = useActionState(keepFeedSortAction, null);
  return (
    <ActionForm action={formAction} className="mb-1.5">
      <input type="hidden" name="sort" value={sort} />
      <SubmitButton size="sm" variant="quiet" busy={busy} title={t("keepHint")}>
        {t("keep")}
      </SubmitButton>
      <ActionProblem error={answer?.ok === false ? answer.error : null} />
    </ActionForm>
  );
}
