"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState, useTransition } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/file-field";
import { Field, FieldError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/actions/result";
import { createPersonalLinksAction } from "@/lib/invitations/actions";
import { ADDRESSES_MAX_LENGTH, MOST_ADDRESSES } from "@/lib/invitations/addresses";
import type { InvitedRole } from "@/lib/invitations/choices";
import type { PersonalLinks } from "@/lib/invitations/mutations";
import { InvitationFields } from "./invitation-fields";
import { MadeLinks } from "./made-links";

/** Makes a link for each address of a pasted list or a CSV file. What held no address stays in the field. */
export function AddressForm({ roles }: { roles: readonly InvitedRole[] }) {
  const t = useTranslations("invitations");
  const errors = useTranslations("errors");
  const [text, setText] = useState("");
  const [tooLarge, setTooLarge] = useState(false);
  const [answer, setAnswer] = useState<ActionResult<PersonalLinks> | null>(null);
  const [pending, start] = useTransition();
  const readFile = async (file: File) => {
    setTooLarge(file.size > ADDRESSES_MAX_LENGTH);
    if (file.size <= ADDRESSES_MAX_LENGTH) setText(await file.text());
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    start(async () => {
      const told = await createPersonalLinksAction(form).catch(() => null);
      if (!told) return setAnswer(lost(errors("unavailable")));
      setAnswer(told);
      if (told.ok) setText(told.data.bad.map((line) => line.text).join("\n"));
    });
  };
  const error = answer?.ok === false ? answer.error : null;
  return (
    <div className="grid grid-cols-1 gap-5">
      <ActionForm onSubmit={onSubmit} className="grid grid-cols-1 gap-4">
        <Field
          name="addresses"
          label={t("addresses")}
          hint={t("addressesHint", { most: MOST_ADDRESSES })}
          error={error?.fields?.addresses}
        >
          {(control) => (
            <Textarea
              {...control}
              dir="ltr"
              rows={5}
              spellCheck={false}
              maxLength={ADDRESSES_MAX_LENGTH}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <FileField
          label={t("file")}
          accept=".csv,.txt,text/csv,text/plain"
          error={tooLarge ? t("fileTooLarge") : null}
          onChoose={readFile}
        />
        <div className="grid grid-cols-1 items-end gap-4 sm:grid-cols-3">
          <InvitationFields id="addresses" roles={roles} />
          <SubmitButton busy={pending}>{t("makeAll")}</SubmitButton>
        </div>
      </ActionForm>
      {error && !error.fields ? <FieldError>{error.message}</FieldError> : null}
      <div role="status">{answer?.ok ? <MadeLinks made={answer.data} /> : null}</div>
    </div>
  );
}

function lost(message: string): ActionResult<PersonalLinks> {
  return { ok: false, error: { code: "unavailable", reason: "offline", message } };
}
