"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirmAction } from "@/lib/auth/actions";
import type { ConfirmInput, MailKind } from "@/lib/auth/schemas";
import { MailForm } from "./mail-form";

interface ConfirmFormProps extends ConfirmInput {
  /** Where a new link is sent if this one is spent. */
  email?: string;
}

/** Which mail replaces a spent link. One that confirmed an address has done so: its owner needs a way in. */
export function mailKindOf(type: ConfirmInput["type"]): MailKind {
  return type === "recovery" ? "recovery" : "link";
}

/** One button that redeems a mail's link. A spent link is replaced on the spot. */
export function ConfirmForm({ token_hash, type, next, email }: ConfirmFormProps) {
  const t = useTranslations("auth");
  const { formProps, error, busy } = useSendingForm(confirmAction);
  if (error?.reason === "link_expired") {
    return (
      <div className="grid gap-5">
        <FormProblem error={{ ...error, message: t("expiredTitle") }} />
        <p className="text-ink-muted">{t("expiredText")}</p>
        <MailForm kind={mailKindOf(type)} next={next} email={email} label={t("sendNewLink")} />
      </div>
    );
  }
  return (
    <ActionForm {...formProps} className="grid gap-5">
      <FormProblem error={error} />
      <input type="hidden" name="token_hash" value={token_hash} />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="next" value={next} />
      <SubmitButton block size="lg" busy={busy}>
        {t(`confirmButton.${type}`)}
      </SubmitButton>
    </ActionForm>
  );
}
