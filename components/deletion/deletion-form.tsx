"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { PasswordInput } from "@/components/forms/password-input";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { requestDeletionAction } from "@/lib/deletion/actions";
import { LEAVE_MODES } from "@/lib/leaving/kinds";

interface DeletionFormProps {
  communities: readonly { id: string; name: string }[];
  /** The sign-in is recent: no password is asked for. */
  fresh: boolean;
}

/** Chooses what becomes of what one made, everywhere or by community, and asks for the end of the account. */
export function DeletionForm({ communities, fresh }: DeletionFormProps) {
  const t = useTranslations("deletion.form");
  const { formProps, error, busy, value } = useSendingForm(requestDeletionAction);
  return (
    <ActionForm {...formProps} className="grid grid-cols-1 gap-6">
      <FormProblem error={error} />
      <RadioCards
        name="mode"
        legend={t("legend")}
        options={LEAVE_MODES.map((mode) => ({
          value: mode,
          label: t(`modes.${mode}`),
          hint: t(`hints.${mode}`),
        }))}
        defaultValue={value("mode", "anonymise")}
        error={error?.fields?.mode}
      />
      {communities.length > 0 ? <Ways communities={communities} /> : null}
      {fresh ? null : (
        <Field
          name="password"
          label={t("password")}
          hint={t("passwordHint")}
          error={error?.fields?.password}
          required
        >
          {(control) => <PasswordInput control={control} autoComplete="current-password" />}
        </Field>
      )}
      <Checkbox
        name="sure"
        required
        label={t("sure")}
        aria-invalid={error?.fields?.sure ? true : undefined}
      />
      <div>
        <SubmitButton variant="danger" size="lg" busy={busy}>
          {t("delete")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Ways({ communities }: { communities: DeletionFormProps["communities"] }) {
  const t = useTranslations("deletion.form");
  return (
    <details className="rounded-surface border border-line-strong p-4">
      <summary className="min-h-11 cursor-pointer content-center font-medium">{t("each")}</summary>
      <div className="mt-3 grid grid-cols-1 gap-4">
        {communities.map(({ id, name }) => (
          <Field key={id} name="ways" id={`field-way-${id}`} label={<bdi>{name}</bdi>}>
            {(control) => (
              <Select {...control} defaultValue="">
                <option value="">{t("asAbove")}</option>
                {LEAVE_MODES.map((mode) => (
                  <option key={mode} value={`${id}:${mode}`}>
                    {t(`modes.${mode}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
