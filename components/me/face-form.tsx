"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { Role } from "@/lib/auth/roles";
import { saveFaceAction } from "@/lib/faces/actions";
import { CITY_MAX, FACE_BIO_MAX, FACE_NAME_MAX } from "@/lib/faces/limits";
import type { Face } from "@/lib/faces/schemas";
import { FacePreview } from "./face-preview";
import { GuardedField, KnownWords } from "./guarded-field";
import { type FaceDraft, useFace } from "./use-face";

interface FaceFormProps {
  face: Face;
  /** Their picture as their card names it. */
  avatar: string | null;
  role: Role;
  /** Language of the community. */
  lang: string;
  /** Since when one belongs, as the list of members tells it. */
  since: ReactNode;
}

interface PartProps {
  draft: FaceDraft;
  change: (part: Partial<FaceDraft>) => void;
  errors: Readonly<Record<string, string>> | undefined;
}

/** How one shows oneself in this community, and how that looks to it. */
export function FaceForm({ face, avatar, role, lang, since }: FaceFormProps) {
  const t = useTranslations("me");
  const { formProps, error, busy } = useSendingForm(saveFaceAction);
  const { draft, change, shown } = useFace(face, error?.values);
  const part = { draft, change, errors: error?.fields };
  return (
    <div className="grid grid-cols-1 gap-8">
      <ActionForm {...formProps} className="grid grid-cols-1 gap-6" noValidate>
        <FormProblem error={error} />
        <NameAndBio {...part} lang={lang} />
        <CityField {...part} known={face.known_cities} />
        <WordsField {...part} name="skills" known={face.known_words} />
        <WordsField {...part} name="interests" known={face.known_words} />
        <div className="grid gap-4 border-t border-line pt-6">
          <Checkbox
            name="listed"
            label={t("listed")}
            hint={t("listedHint")}
            defaultChecked={draft.listed}
            onChange={(event) => change({ listed: event.target.checked })}
          />
          <Checkbox
            name="shows_membership"
            label={t("showsMembership")}
            hint={t("showsMembershipHint")}
            defaultChecked={draft.shows_membership}
            onChange={(event) => change({ shows_membership: event.target.checked })}
          />
        </div>
        <div>
          <SubmitButton busy={busy}>{t("save")}</SubmitButton>
        </div>
      </ActionForm>
      <FacePreview face={shown} avatar={avatar} role={role} lang={lang} since={since} />
    </div>
  );
}

function NameAndBio({ draft, change, errors, lang }: PartProps & { lang: string }) {
  const t = useTranslations("me");
  return (
    <>
      <Field name="display_name" label={t("name")} hint={t("nameHint")} error={errors?.display_name} required>
        {(control) => (
          <Input
            {...control}
            autoComplete="nickname"
            maxLength={FACE_NAME_MAX}
            value={draft.display_name}
            onChange={(event) => change({ display_name: event.target.value })}
          />
        )}
      </Field>
      <Field name="bio" label={t("bio")} hint={t("bioHint")} optional={t("optional")} error={errors?.bio}>
        {(control) => (
          <Textarea
            {...control}
            lang={lang}
            maxLength={FACE_BIO_MAX}
            value={draft.bio}
            onChange={(event) => change({ bio: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function CityField({ draft, change, errors, known }: PartProps & { known: readonly string[] }) {
  return (
    <GuardedField
      name="city"
      error={errors?.city}
      audience={draft.city_for}
      onAudience={(city_for) => change({ city_for })}
    >
      {(control) => (
        <>
          <Input
            {...control}
            list="known-cities"
            autoComplete="address-level2"
            maxLength={CITY_MAX}
            value={draft.city}
            onChange={(event) => change({ city: event.target.value })}
          />
          <datalist id="known-cities">
            {known.map((city) => (
              <option key={city} value={city} />
            ))}
          </datalist>
        </>
      )}
    </GuardedField>
  );
}

interface WordsFieldProps extends PartProps {
  name: "skills" | "interests";
  known: readonly string[];
}

function WordsField({ name, draft, change, errors, known }: WordsFieldProps) {
  const t = useTranslations("me");
  const typed = draft[name];
  const taken = `${draft.skills},${draft.interests}`.split(/[,،、]/u).map((word) => word.trim());
  const add = (word: string) =>
    change({ [name]: [typed.replace(/[\s,،、]+$/u, ""), word].filter(Boolean).join(", ") });
  return (
    <GuardedField
      name={name}
      hint={t("wordsHint")}
      error={errors?.[name]}
      audience={draft[`${name}_for`]}
      onAudience={(audience) => change({ [`${name}_for`]: audience })}
      more={
        <KnownWords
          label={t("knownOf", { part: t(`part.${name}`) })}
          words={known}
          chosen={taken}
          onChoose={add}
        />
      }
    >
      {(control) => (
        <Input
          {...control}
          maxLength={500}
          value={typed}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </GuardedField>
  );
}
