"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { answerShareAction } from "@/lib/sharing/actions";
import { isObstacle } from "@/lib/sharing/rules";
import type { ConsentWords, LedgerLine } from "@/lib/sharing/schemas";
import { ConsentField } from "./consent-field";
import { useSharingForm } from "./use-sharing-form";

interface AnswerShareProps {
  line: Pick<LedgerLine, "id" | "tenant_id" | "home" | "in">;
  consent: ConsentWords;
}

/** An author agrees with a share that somebody asked for, in the words that stand there, or does not. */
export function AnswerShare({ line, consent }: AnswerShareProps) {
  const t = useTranslations("sharing");
  const { formProps, answer, error, busy } = useSharingForm(answerShareAction, ({ again }) => {
    if (!again) toast.success(t("answer.done"));
  });
  const names = { home: line.home.name, name: line.in.name };
  return (
    <ActionForm {...formProps} className="grid grid-cols-1 gap-3">
      <div role="status" className="grid gap-3 empty:hidden">
        {answer?.again ? (
          <Notice tone="warn" title={t(`again.${answer.again}.title`)}>
            {t(`again.${answer.again}.text`)}
          </Notice>
        ) : null}
        {error ? (
          <Notice tone="danger">
            {isObstacle(error.reason) ? t(`obstacles.${error.reason}`, names) : error.message}
          </Notice>
        ) : null}
      </div>
      <input type="hidden" name="tenant" value={line.tenant_id} />
      <input type="hidden" name="share" value={line.id} />
      <ConsentField id={`consent-${line.id}`} words={consent} gap={answer?.again ?? null} />
      <p className="text-sm text-ink-muted">
        {t("answer.readers", { count: line.in.members, name: line.in.name })}
      </p>
      <div className="flex flex-wrap gap-2">
        <SubmitButton size="sm" name="accept" value="true" busy={busy}>
          {t("answer.agree")}
        </SubmitButton>
        <SubmitButton size="sm" variant="outline" name="accept" value="false" formNoValidate busy={busy}>
          {t("answer.decline")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
