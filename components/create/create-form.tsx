"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type SubmitEvent, useEffect, useEffectEvent, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Button } from "@/components/ui/button";
import { Field, fieldId } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { NETWORK_ACCENT } from "@/lib/branding/palette";
import { createCommunityAction } from "@/lib/tenants/create-actions";
import { type CommunityDraft, readDraft } from "@/lib/tenants/create-draft";
import { suggestSlug } from "@/lib/tenants/create-rules";
import { CREATE_STEPS, firstStepWith } from "@/lib/tenants/create-steps";
import type { Purpose } from "@/lib/tenants/purposes";
import { AccentField } from "./accent-field";
import { DoorFields } from "./door-fields";
import { type Choices, PlaceFields } from "./place-fields";
import { Preview } from "./preview";
import { PurposeFields } from "./purpose-fields";
import { SlugField } from "./slug-field";
import { Step, StepBar } from "./step";
import { StepButtons } from "./step-buttons";
import { useDraft } from "./use-draft";
import { useStepCheck } from "./use-step-check";
import { useSteps } from "./use-steps";

interface CreateFormProps extends Choices {
  /** What stands behind an address: ".archipelago.example". */
  suffix: string;
  /** The sentence that each purpose suggests. */
  taglines: Readonly<Record<Purpose, string>>;
}

/** What the form's own fields hold beside those that follow the draft. How people join stays open until chosen. */
function readRest(form: HTMLFormElement, changed: EventTarget, before: CommunityDraft): CommunityDraft {
  const {
    name: _name,
    slug: _slug,
    accent: _accent,
    ...rest
  } = readDraft(Object.fromEntries(new FormData(form)));
  const chosen = changed instanceof HTMLInputElement && changed.name === "join_policy";
  if (!chosen && before.join_policy === undefined) delete rest.join_policy;
  return rest;
}

/** Founds a community, a step at a time. What is typed is kept in this browser until it is done. */
export function CreateForm({ suffix, taglines, ...choices }: CreateFormProps) {
  const t = useTranslations("create");
  const { draft, restored, edition, keep, forget, discard } = useDraft();
  const { formProps, error, busy, value } = useSendingForm(createCommunityAction, forget);
  const { place, open } = useSteps();
  const check = useStepCheck();
  const [found, setFound] = useState<Record<string, string>>({});
  const [checking, setChecking] = useState(false);
  const [slugTyped, setSlugTyped] = useState(false);
  const name = draft.name ?? value("name");
  const slug = draft.slug ?? value("slug");
  const accent = draft.accent ?? value("accent", NETWORK_ACCENT);
  const purpose = draft.purpose ?? "blank";
  const suggestion = purpose === "blank" ? "" : taglines[purpose];
  const errors = { ...error?.fields, ...found };
  const follows = !slugTyped && (slug === "" || slug === suggestSlug(name));
  const changeName = (next: string) => keep({ name: next, ...(follows ? { slug: suggestSlug(next) } : {}) });

  const goOn = async () => {
    const step = CREATE_STEPS[place];
    if (!step || checking) return;
    setChecking(true);
    const problems = await check(step, { name, slug, accent });
    setChecking(false);
    setFound(problems);
    const wrong = Object.keys(problems)[0];
    if (wrong) open(place, { to: "field", id: fieldId(wrong) });
    else open(place + 1);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    setFound({});
    if (place === CREATE_STEPS.length - 1) return formProps.onSubmit(event);
    event.preventDefault();
    void goOn();
  };
  const showErrors = useEffectEvent(() => {
    const first = firstStepWith(error?.fields ?? {});
    // The summary has the focus already.
    if (first !== null) open(first, { to: "nothing" });
  });
  useEffect(() => {
    if (error) showErrors();
  }, [error]);
  const onChange = (event: FormEvent<HTMLFormElement>) =>
    keep(readRest(event.currentTarget, event.target, draft));
  const startOver = () => {
    discard();
    // What was refused would come back into the fields otherwise.
    window.location.assign(window.location.pathname);
  };
  const state = { draft, errors, value };
  return (
    <div className="grid gap-10 rail:grid-cols-[minmax(0,1fr)_20rem]">
      <ActionForm
        {...formProps}
        onSubmit={onSubmit}
        onChange={onChange}
        className="grid content-start gap-7"
        noValidate
      >
        <StepBar current={place} />
        <FormProblem error={error} />
        {restored ? (
          <Notice
            role="status"
            action={
              <Button size="sm" onClick={startOver}>
                {t("draftDiscard")}
              </Button>
            }
          >
            {t("draftRestored")}
          </Notice>
        ) : null}
        <Step place={0} current={place}>
          <Field name="name" label={t("name")} hint={t("nameHint")} error={errors.name} required>
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
            error={errors.slug}
            onChange={(next) => {
              setSlugTyped(next !== "");
              keep({ slug: next });
            }}
          />
        </Step>
        <Step place={1} current={place}>
          <PurposeFields key={edition} {...state} purpose={purpose} suggestion={suggestion} />
        </Step>
        <Step place={2} current={place}>
          <AccentField value={accent} error={errors.accent} onChange={(next) => keep({ accent: next })} />
        </Step>
        <Step place={3} current={place}>
          <PlaceFields key={edition} {...state} {...choices} />
        </Step>
        <Step place={4} current={place}>
          <DoorFields key={edition} {...state} purpose={purpose} />
        </Step>
        <StepButtons place={place} busy={busy} checking={checking} onBack={() => open(place - 1)} />
      </ActionForm>
      <div
        className={
          place === 2
            ? "self-start rail:sticky rail:top-24"
            : "hidden self-start rail:sticky rail:top-24 rail:block"
        }
      >
        <Preview name={name} tagline={draft.tagline || suggestion} accent={accent} />
      </div>
    </div>
  );
}
