"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { sharePostAction } from "@/lib/sharing/actions";
import { SHARE_DAYS } from "@/lib/sharing/choices";
import { canChoose, isQuestion, offeredScopes } from "@/lib/sharing/rules";
import type { ShareAnswer, ShareChoices } from "@/lib/sharing/schemas";
import { AskedPlaces } from "./asked-places";
import { ConsentField } from "./consent-field";
import { ShareResults } from "./share-results";
import { TargetList } from "./target-list";
import { useSharingForm } from "./use-sharing-form";

export interface ShareFormProps {
  choices: ShareChoices;
  post: string;
  via: string | null;
}

/** Where a post is to go, as what and for how long; an author agrees, anybody else asks. Works before scripts arrive. */
export function ShareForm({ choices, post, via }: ShareFormProps) {
  const t = useTranslations("sharing.form");
  const { formProps, answer, error, busy } = useSharingForm(sharePostAction);
  const { mine, communities, consent, home } = choices;
  const open = communities.some((target) => canChoose(target, mine));
  const asked = communities.filter(isQuestion);
  return (
    <div className="grid grid-cols-1 gap-6">
      <Told answer={answer} choices={choices} />
      {asked.length > 0 ? <AskedPlaces targets={asked} home={mine ? home.id : null} /> : null}
      <ActionForm {...formProps} className="grid grid-cols-1 gap-7">
        <FormProblem error={error} />
        <input type="hidden" name="tenant" value={home.id} />
        <input type="hidden" name="post" value={post} />
        {via ? <input type="hidden" name="via" value={via} /> : null}
        {asked.length < communities.length ? (
          <TargetList
            home={home.name}
            targets={communities.filter((target) => !isQuestion(target))}
            mine={mine}
            chosen={answer ? stillChosen(answer) : []}
            error={error?.fields?.target}
          />
        ) : null}
        {open ? (
          <>
            <Terms choices={choices} chosen={answer?.chosen} asks={!mine && via === null} />
            {mine ? (
              <ConsentField words={consent} gap={answer?.again ?? null} />
            ) : (
              <Decides {...{ choices, via }} />
            )}
            <SubmitButton size="lg" busy={busy} className="justify-self-start">
              {mine ? t("share") : via ? t("handOn") : t("ask")}
            </SubmitButton>
          </>
        ) : null}
      </ActionForm>
    </div>
  );
}

/** Where nothing came of it yet: these stay chosen. */
function stillChosen({ results, chosen }: ShareAnswer): string[] {
  const done = new Set(results.filter((result) => "state" in result).map(({ target }) => target));
  return chosen.target.filter((target) => !done.has(target));
}

/** What the last sending came to, in view and said aloud. */
function Told({ answer, choices }: { answer: ShareAnswer | null; choices: ShareChoices }) {
  const t = useTranslations("sharing.again");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) place.current?.scrollIntoView({ block: "center" });
  }, [answer]);
  return (
    <div role="status" ref={place} className="grid gap-3 empty:hidden">
      {answer?.again ? (
        <Notice tone="warn" title={t(`${answer.again}.title`)}>
          {t(`${answer.again}.text`)}
        </Notice>
      ) : null}
      {answer ? <ShareResults results={answer.results} choices={choices} /> : null}
    </div>
  );
}

interface TermsProps {
  choices: ShareChoices;
  chosen: ShareAnswer["chosen"] | undefined;
  asks: boolean;
}

function Terms({ choices, chosen, asks }: TermsProps) {
  const t = useTranslations("sharing.form");
  const scopes = offeredScopes(choices.communities, choices.mine);
  const widest = scopes.includes("comment") ? "comment" : scopes[0];
  return (
    <>
      <RadioCards
        name="scope"
        legend={t("scope")}
        options={scopes.map((scope) => ({
          value: scope,
          label: t(`scopes.${scope}`),
          hint: t(`scopeHints.${scope}`),
        }))}
        defaultValue={chosen?.scope ?? widest}
      />
      <Field name="days" label={t("days")} className="sm:max-w-60">
        {(control) => (
          <Select {...control} defaultValue={chosen?.days ?? 0}>
            {SHARE_DAYS.map((days) => (
              <option key={days} value={days}>
                {t("daysOption", { days })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {asks ? (
        <Field
          name="note"
          label={t.rich("note", { name: () => <bdi>{choices.author}</bdi> })}
          hint={t("noteHint")}
          optional={t("optional")}
        >
          {(control) => <Textarea {...control} rows={2} maxLength={300} defaultValue={chosen?.note} />}
        </Field>
      ) : null}
    </>
  );
}

/** Who has the say over a post that somebody else wrote. */
function Decides({ choices, via }: { choices: ShareChoices; via: string | null }) {
  const t = useTranslations("sharing.form");
  return (
    <p className="text-ink-muted">
      {t.rich(via ? "handsOn" : "decides", { name: () => <bdi>{choices.author}</bdi> })}
    </p>
  );
}
