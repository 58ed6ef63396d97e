"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { NETWORK_ACCENT } from "@/lib/branding/palette";
import { createCommunityAction } from "@/lib/tenants/create-actions";
import { readDraft } from "@/lib/tenants/create-draft";
import { suggestSlug } from "@/lib/tenants/create-rules";
import { AccentField } from "./accent-field";
import { Preview } from "./preview";
import { type Choices, RulesFields } from "./rules-fields";
import { SlugField } from "./slug-field";
import { useDraft } from "./use-draft";

interface CreateFormProps extends Choices {
  /** What stands behind an address: ".archipelago.example". */
  suffix: string;
}

/** Founds a community. What is typed is kept in this browser until it is done. */
export function CreateForm({ suffix, ...choices }: CreateFormProps) {
  const t = useTranslations("create");
  const { draft, restored, edition, keep, forget, discard } = useDraft();
  const { formProps, error, busy, value } = useSendingForm(createCommunityAction, forget);
  const [slugTyped, setSlugTyped] = useState(false);
  const name = draft.name ?? value("name");
  const slug = draft.slug ?? value("slug");
  const accent = draft.accent ?? value("accent", NETWORK_ACCENT);
  const follows = !slugTyped && (slug === "" || slug === suggestSlug(name));
  const changeName = (next: string) => keep({ name: next, ...(follows ? { slug: suggestSlug(next) } : {}) });
  // The other fields keep their own values; the draft reads them from the form whenever one changes.
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const {
      name: _name,
      slug: _slug,
      accent: _accent,
      ...rest
    } = readDraft(Object.fromEntries(new FormData(event.currentTarget)));
    keep(rest);
  };
  return (
    <div className="grid gap-10 rail:grid-cols-[minmax(0,1fr)_20rem]">
      <ActionForm {...formProps} onChange={onChange} className="grid content-start gap-7" noValidate>
        <FormProblem error={error} />
        {restored ? (
          <Notice
            role="status"
            action={
              <Button size="sm" onClick={discard}>
                {t("draftDiscard")}
              </Button>
            }
          >
            {t("draftRestored")}
          </Notice>
        ) : null}
        <Field name="name" label={t("name")} hint={t("nameHint")} error={error?.fields?.name} required>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={80}
              value={name}
              onChange={(event) => changeName(event.target.value)}
            />
          )}
        </Field>
        <SlugField
          value={slug}
          suffix={suffix}
          error={error?.fields?.slug}
          onChange={(next) => {
            setSlugTyped(next !== "");
            keep({ slug: next });
          }}
        />
        <RulesFields key={edition} {...choices} draft={draft} errors={error?.fields} value={value} />
        <AccentField
          value={accent}
          error={error?.fields?.accent}
          onChange={(next) => keep({ accent: next })}
        />
        <div className="grid gap-3 border-t border-line pt-6">
          <SubmitButton size="lg" busy={busy}>
            {t("found")}
          </SubmitButton>
          <p className="text-sm text-ink-muted">{t("draftKept")}</p>
        </div>
      </ActionForm>
      <div className="self-start rail:sticky rail:top-24">
        <Preview name={name} tagline={draft.tagline ?? ""} accent={accent} />
      </div>
    </div>
  );
}
