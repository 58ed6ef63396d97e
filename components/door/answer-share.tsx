"use client";

import { useTranslations } from "next-intl";
import { ChangeForm } from "@/components/forms/change-form";
import { reviewShareAction } from "@/lib/sharing/door-actions";

interface AnswerShareProps {
  share: string;
  /** What the post is called. */
  title: string;
  /** Where the focus goes once it is answered. */
  focusId: string;
}

/** Lets a post in, or does not. */
export function AnswerShare({ share, title, focusId }: AnswerShareProps) {
  const t = useTranslations("door.act");
  return (
    <div className="flex flex-wrap gap-2">
      <ChangeForm
        action={reviewShareAction}
        focusId={focusId}
        fields={{ share, accept: "true" }}
        done={() => t("letIn", { title })}
        look={{ "aria-label": t("acceptLabel", { title }), "data-key": "approve" }}
      >
        {t("accept")}
      </ChangeForm>
      <ChangeForm
        action={reviewShareAction}
        focusId={focusId}
        fields={{ share, accept: "false" }}
        done={() => t("turnedAway", { title })}
        look={{ variant: "outline", "aria-label": t("declineLabel", { title }), "data-key": "decline" }}
      >
        {t("decline")}
      </ChangeForm>
    </div>
  );
}
