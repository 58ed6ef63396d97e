"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ActionProblem } from "@/components/forms/action-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { addEventAction } from "@/lib/journeys/actions";

interface AddToJourneyProps {
  journey: string;
  title: string;
  /** Ids of the event and its community. */
  community: string;
  event: string;
}

/** One journey that an event can go into. Works before scripts arrive. */
export function AddToJourney({ journey, title, community, event }: AddToJourneyProps) {
  const t = useTranslations("journeys");
  const { formProps, error, busy } = useSendingForm(addEventAction);
  return (
    <li className="border-b border-line py-3">
      <ActionForm {...formProps} className="flex flex-wrap items-center justify-between gap-3">
        <input type="hidden" name="journey" value={journey} />
        <input type="hidden" name="community" value={community} />
        <input type="hidden" name="event" value={event} />
        <span dir="auto" className="min-w-0 flex-1 font-serif [overflow-wrap:anywhere]">
          {title}
        </span>
        <SubmitButton size="sm" variant="outline" busy={busy} aria-label={t("addTo.into", { title })}>
          {t("add.open")}
        </SubmitButton>
      </ActionForm>
      <ActionProblem error={error} />
    </li>
  );
}
