"use client";

import { useTranslations } from "next-intl";
import { ChangeForm } from "@/components/forms/change-form";
import { buttonClasses } from "@/components/ui/button-classes";
import {
  answerConnectionAction,
  endConnectionAction,
  pauseConnectionAction,
} from "@/lib/connections/actions";
import { CONNECTIONS_TITLE_ID } from "./title-id";

interface OtherSide {
  id: string;
  name: string;
}

/** Says yes or no to a community that asked. */
export function AnswerConnection({ id, name }: OtherSide) {
  const t = useTranslations("connections.act");
  const shared = { action: answerConnectionAction, focusId: CONNECTIONS_TITLE_ID };
  return (
    <div className="flex flex-wrap gap-2">
      <ChangeForm
        {...shared}
        fields={{ id, accept: "true" }}
        done={() => t("accepted", { name })}
        look={{ "aria-label": t("acceptLabel", { name }) }}
      >
        {t("accept")}
      </ChangeForm>
      <ChangeForm
        {...shared}
        fields={{ id, accept: "false" }}
        done={() => t("declined", { name })}
        look={{ variant: "outline", "aria-label": t("declineLabel", { name }) }}
      >
        {t("decline")}
      </ChangeForm>
    </div>
  );
}

/** Takes back what one's own community asked. */
export function TakeBackRequest({ id, name }: OtherSide) {
  const t = useTranslations("connections.act");
  return (
    <ChangeForm
      action={endConnectionAction}
      focusId={CONNECTIONS_TITLE_ID}
      fields={{ id }}
      done={() => t("takenBack", { name })}
      look={{ variant: "outline", "aria-label": t("takeBackLabel", { name }) }}
    >
      {t("takeBack")}
    </ChangeForm>
  );
}

interface ConnectionControlsProps extends OtherSide {
  /** Whether this side has paused it. */
  paused: boolean;
  /** How many shares end with it. */
  shares: number;
}

/** Pauses, resumes or ends a connection. What ends with it is said before it ends. */
export function ConnectionControls({ id, name, paused, shares }: ConnectionControlsProps) {
  const t = useTranslations("connections.act");
  return (
    <div className="flex items-start gap-2">
      <ChangeForm
        action={pauseConnectionAction}
        focusId={CONNECTIONS_TITLE_ID}
        fields={{ id, paused: String(!paused) }}
        done={() => t(paused ? "resumed" : "paused", { name })}
        look={{ variant: "outline", "aria-label": t(paused ? "resumeLabel" : "pauseLabel", { name }) }}
      >
        {t(paused ? "resume" : "pause")}
      </ChangeForm>
      <details className="min-w-0 flex-1">
        <summary
          aria-label={t("endLabel", { name })}
          className={`${buttonClasses({ variant: "quiet", size: "sm" })} cursor-pointer list-none [&::-webkit-details-marker]:hidden`}
        >
          {t("end")}
        </summary>
        <div className="mt-2 grid justify-items-start gap-3 rounded-surface border border-line p-4">
          <p className="max-w-measure">
            <strong className="font-semibold">{t("endShares", { count: shares })}</strong> {t("endText")}
          </p>
          <ChangeForm
            action={endConnectionAction}
            focusId={CONNECTIONS_TITLE_ID}
            fields={{ id }}
            done={(data) => t("ended", { name, count: data.shares })}
            look={{ variant: "danger" }}
          >
            {t("endSure", { name })}
          </ChangeForm>
        </div>
      </details>
    </div>
  );
}
