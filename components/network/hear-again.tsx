"use client";

import { useActionState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { ActionProblem } from "@/components/forms/action-problem";
import { SubmitButton } from "@/components/ui/submit-button";
import { muteAction } from "@/lib/feed/unified-actions";

/** Takes the mute off a community. Works before scripts arrive. */
export function HearAgain({ tenant, label, says }: { tenant: string; label: string; says: string }) {
  const [answer, formAction, busy] = useActionState(muteAction, null);
  return (
    <ActionForm action={formAction}>
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="span" value="none" />
      <SubmitButton size="sm" variant="quiet" busy={busy} aria-label={says}>
        {label}
      </SubmitButton>
      <ActionProblem error={answer?.ok === false ? answer.error : null} />
    </ActionForm>
  );
}
