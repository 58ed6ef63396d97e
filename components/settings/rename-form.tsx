"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { renameCommunityAction } from "@/lib/tenants/settings-actions";

interface RenameFormProps {
  /** What stands behind an address: ".archipelago.example". */
  suffix: string;
}

const TYPED = { autoCapitalize: "none", autoComplete: "off", spellCheck: false, maxLength: 60 } as const;

/** Changes the address of a community. It is typed twice. */
export function RenameForm({ suffix }: RenameFormProps) {
  const t = useTranslations("settings");
  const { formProps, error, busy, value } = useSendingForm(renameCommunityAction);
  return (
    <ActionForm {...formProps} className="grid gap-6" noValidate>
      <FormProblem error={error} />
      <div className="grid max-w-md gap-5">
        <Field name="slug" label={t("newSlug")} hint={t("newSlugHint")} error={error?.fields?.slug} required>
          {(control) => <Input {...control} {...TYPED} suffix={suffix} defaultValue={value("slug")} />}
        </Field>
        <Field name="again" label={t("again")} hint={t("againHint")} error={error?.fields?.again} required>
          {(control) => <Input {...control} {...TYPED} suffix={suffix} defaultValue={value("again")} />}
        </Field>
      </div>
      <div>
        <SubmitButton variant="outline" busy={busy}>
          {t("rename")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
