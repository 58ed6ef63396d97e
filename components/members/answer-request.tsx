"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useActionState, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FieldError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { setMemberAction } from "@/lib/memberships/actions";
import { ConfirmChange } from "./confirm-change";
import { useMemberChange } from "./use-member-change";

/** Lets somebody in who asked, or does not. Works before scripts arrive; with them, declining asks once. */
export function AnswerRequest({ member }: { member: { id: string; name: string } }) {
  const t = useTranslations("members");
  const [answer, send] = useActionState(setMemberAction, null);
  const { busy, change } = useMemberChange();
  const [declining, setDeclining] = useState(false);
  const { id, name } = member;
  const accept = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void change({ userId: id, status: "active" }, t("accepted", { name }));
  };
  const decline = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setDeclining(true);
  };
  return (
    <div className="col-span-full mt-3 grid gap-2 ps-14 sm:ps-15">
      <div className="flex flex-wrap gap-2">
        <ActionForm action={send} onSubmit={accept}>
          <input type="hidden" name="userId" value={id} />
          <input type="hidden" name="status" value="active" />
          <SubmitButton size="sm" busy={busy} aria-label={t("acceptLabel", { name })}>
            {t("accept")}
          </SubmitButton>
        </ActionForm>
        <ActionForm action={send} onSubmit={decline}>
          <input type="hidden" name="userId" value={id} />
          <input type="hidden" name="status" value="removed" />
          <SubmitButton size="sm" variant="outline" aria-label={t("declineLabel", { name })}>
            {t("decline")}
          </SubmitButton>
        </ActionForm>
      </div>
      {answer?.ok === false ? <FieldError>{answer.error.message}</FieldError> : null}
      <ConfirmChange member={member} what="decline" open={declining} onOpenChange={setDeclining} />
    </div>
  );
}
