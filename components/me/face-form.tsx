"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { MemberRow } from "@/components/members/member-row";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { Role } from "@/lib/auth/roles";
import { saveFaceAction } from "@/lib/faces/actions";
import { FACE_BIO_MAX, FACE_NAME_MAX } from "@/lib/faces/limits";
import type { Face } from "@/lib/faces/schemas";

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

/** How one shows oneself in this community, and how that looks to it. */
export function FaceForm({ face, avatar, role, lang, since }: FaceFormProps) {
  const t = useTranslations("me");
  const { formProps, error, busy, value } = useSendingForm(saveFaceAction);
  const [name, setName] = useState(value("display_name", face.display_name));
  const [bio, setBio] = useState(value("bio", face.bio));
  const shown = { name: name.trim() || face.display_name, role, status: "active", imported: false } as const;
  return (
    <div className="grid gap-8">
      <ActionForm {...formProps} className="grid gap-6" noValidate>
        <FormProblem error={error} />
        <Field
          name="display_name"
          label={t("name")}
          hint={t("nameHint")}
          error={error?.fields?.display_name}
          required
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="nickname"
              maxLength={FACE_NAME_MAX}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          name="bio"
          label={t("bio")}
          hint={t("bioHint")}
          optional={t("optional")}
          error={error?.fields?.bio}
        >
          {(control) => (
            <Textarea
              {...control}
              lang={lang}
              maxLength={FACE_BIO_MAX}
              value={bio}
              onChange={(event) => setBio(event.target.value)}
            />
          )}
        </Field>
        <div>
          <SubmitButton busy={busy}>{t("save")}</SubmitButton>
        </div>
      </ActionForm>
      <section aria-labelledby="preview" className="grid gap-3">
        <h2 id="preview" className="font-serif text-title-sm font-medium tracking-title">
          {t("preview")}
        </h2>
        <div className="rounded-surface border border-line bg-surface-raised p-4">
          <MemberRow member={{ ...shown, avatar, bio: bio.trim().slice(0, 280) }} lang={lang} when={since} />
        </div>
        <p className="text-sm text-ink-muted">{t("previewNote")}</p>
      </section>
    </div>
  );
}
