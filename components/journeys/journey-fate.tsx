"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { ActionProblem } from "@/components/forms/action-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { changeJourneyAction, deleteJourneyAction, duplicateJourneyAction } from "@/lib/journeys/actions";
import type { Journey } from "@/lib/journeys/schemas";
import { useDoing } from "./use-doing";

/** A copy of a journey, putting it away, and its end, which is asked for once more. */
export function JourneyFate({ journey }: { journey: Journey }) {
  const t = useTranslations("journeys");
  return (
    <details className="border-t border-line pt-4">
      <summary className="min-h-6 cursor-pointer font-semibold pointer-coarse:min-h-11">
        {t("fate.title")}
      </summary>
      <div className="grid gap-5 pt-4">
        <DuplicateForm journey={journey} />
        <ArchiveButton journey={journey} />
        <DeleteForm journey={journey} />
      </div>
    </details>
  );
}

function DuplicateForm({ journey }: { journey: Journey }) {
  const t = useTranslations("journeys");
  const { formProps, error, busy, value } = useSendingForm(duplicateJourneyAction);
  return (
    <ActionForm {...formProps} className="grid gap-3">
      <input type="hidden" name="id" value={journey.id} />
      <Field
        name="title"
        id="copy-title"
        label={t("fate.copyTitle")}
        error={error?.fields?.title ?? error?.message}
        required
      >
        {(control) => (
          <Input
            {...control}
            required
            maxLength={200}
            autoComplete="off"
            defaultValue={value("title", journey.title)}
          />
        )}
      </Field>
      <Field name="starts_on" id="copy-starts-on" label={t("fate.copyFrom")} hint={t("fate.copyHint")}>
        {(control) => <Input {...control} type="date" />}
      </Field>
      <Checkbox name="as_template" label={t("fate.asTemplate")} hint={t("fate.asTemplateHint")} />
      <SubmitButton busy={busy} variant="outline" className="justify-self-start">
        {t("fate.copy")}
      </SubmitButton>
    </ActionForm>
  );
}

function ArchiveButton({ journey }: { journey: Journey }) {
  const t = useTranslations("journeys");
  const router = useRouter();
  const { pending, run } = useDoing();
  const archived = journey.archived_at !== null;
  const archive = () =>
    run(
      () =>
        changeJourneyAction({
          id: journey.id,
          version: journey.version,
          changes: { archived: !archived },
        }),
      () => {
        toast.success(t(archived ? "fate.reopened" : "fate.archived"));
        router.refresh();
      },
    );
  return (
    <Button busy={pending} onClick={archive} className="justify-self-start">
      {t(archived ? "fate.reopen" : "fate.archive")}
    </Button>
  );
}

function DeleteForm({ journey }: { journey: Journey }) {
  const t = useTranslations("journeys");
  const [asked, setAsked] = useState(false);
  const { formProps, error, busy } = useSendingForm(deleteJourneyAction);
  if (!asked) {
    return (
      <Button variant="danger" className="justify-self-start" onClick={() => setAsked(true)}>
        {t("fate.delete")}
      </Button>
    );
  }
  return (
    <ActionForm {...formProps} className="grid gap-3">
      <input type="hidden" name="id" value={journey.id} />
      <p role="alert">{t("fate.deleteText", { title: journey.title })}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setAsked(false)}>{t("cancel")}</Button>
        <SubmitButton variant="danger" busy={busy}>
          {t("fate.deleteNow")}
        </SubmitButton>
      </div>
      <ActionProblem error={error} />
    </ActionForm>
  );
}
