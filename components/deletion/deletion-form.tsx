"use client";

import { useTranslations } from "next-intl";
import { PasswordInput } from "@/components/forms/password-input";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { WayOutForm } from "@/components/leaving/way-out-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { requestDeletionAction } from "@/lib/deletion/actions";
import { LEAVE_MODES } from "@/lib/leaving/kinds";

interface DeletionFormProps {
  communities: readonly { id: string; name: string }[];
  /** The sign-in is recent: no password is asked for. */
  fresh: boolean;
}

/** Asks for the end of the account, with a way for all communities or for each. */
export function DeletionForm({ communities, fresh }: DeletionFormProps) {
  const t = useTranslations("deletion.form");
  const sending = useSendingForm(requestDeletionAction);
  return (
    <WayOutForm
      sending={sending}
      legend={t("legend")}
      words={(mode) => ({ label: t(`modes.${mode}`), hint: t(`hints.${mode}`) })}
      usual="anonymise"
      sure={t("sure")}
      submit={t("delete")}
    >
      {communities.length > 0 ? <Ways communities={communities} /> : null}
      {fresh ? null : (
        <Field
          name="password"
          label={t("password")}
          hint={t("passwordHint")}
          error={sending.error?.fields?.password}
          required
        >
          {(control) => <PasswordInput control={control} autoComplete="current-password" />}
        </Field>
      )}
    </WayOutForm>
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
