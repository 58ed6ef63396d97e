"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Moment } from "@/components/posts/moment";
import { CopyField } from "@/components/ui/copy-field";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { createLinkAction } from "@/lib/invitations/actions";
import { type InvitedRole, USES } from "@/lib/invitations/choices";
import { InvitationFields } from "./invitation-fields";

/** Makes a link for whoever gets it. It is shown once. Works before scripts arrive. */
export function LinkForm({ roles }: { roles: readonly InvitedRole[] }) {
  const t = useTranslations("invitations");
  const members = useTranslations("members");
  const [answer, send] = useActionState(createLinkAction, null);
  return (
    <div className="grid grid-cols-1 gap-5">
      <ActionForm action={send} className="grid grid-cols-1 items-end gap-4 sm:grid-cols-4">
        <Field name="uses" label={t("uses")}>
          {(control) => (
            <Select {...control} defaultValue={25}>
              {USES.map((count) => (
                <option key={count} value={count}>
                  {t("usesOption", { count })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <InvitationFields id="link" roles={roles} />
        <SubmitButton>{t("make")}</SubmitButton>
      </ActionForm>
      <div role="status">
        {answer?.ok ? (
          <CopyField
            key={answer.data.url}
            name="invitation_link"
            label={t("link")}
            hint={t.rich("shownOnce", { when: () => <Moment value={answer.data.until} /> })}
            value={answer.data.url}
            copyLabel={members("copy")}
            copied={members("copied")}
            failed={members("copyFailed")}
          />
        ) : null}
      </div>
      {answer?.ok === false ? <FieldError>{answer.error.message}</FieldError> : null}
    </div>
  );
}
