"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { inviteToJourneyAction, revokeJourneyInviteAction } from "@/lib/journeys/company-actions";
import { INVITE_DAYS } from "@/lib/journeys/invite-days";
import type { JourneyPage } from "@/lib/journeys/schemas";
import { RoleSelect, roleNamed } from "./role-select";
import { useDoing } from "./use-doing";

/** Makes a link that lets others onto a journey. */
export function InviteForm({ journey }: { journey: string }) {
  const t = useTranslations("journeys");
  const [url, setUrl] = useState<string | null>(null);
  const { pending, run } = useDoing();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const role = roleNamed(form.get("role")) ?? "voter";
    run(
      () => inviteToJourneyAction({ journey, role, days: String(form.get("days")) }),
      (made) => setUrl(made.url),
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-3 border-t border-line pt-4">
      <h3 className="font-semibold">{t("invite.title")}</h3>
      <div className="grid grid-cols-2 gap-3">
        <Field name="role" label={t("invite.as")}>
          {(control) => <RoleSelect {...control} defaultValue="editor" />}
        </Field>
        <Field name="days" label={t("invite.until")}>
          {(control) => (
            <Select {...control} defaultValue="7">
              {INVITE_DAYS.map((days) => (
                <option key={days} value={days}>
                  {t("invite.days", { count: days })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Button type="submit" busy={pending} className="justify-self-start">
        {t("invite.make")}
      </Button>
      {url ? (
        <CopyField
          name="invite-url"
          label={t("invite.link")}
          hint={t("invite.linkHint")}
          value={url}
          copyLabel={t("invite.copy")}
          copied={t("invite.copied")}
          failed={t("invite.copyFailed")}
          autoFocus
        />
      ) : null}
    </form>
  );
}

interface InvitesProps {
  journey: string;
  invites: NonNullable<JourneyPage["invites"]>;
}

/** The links that still work. */
export function Invites({ journey, invites }: InvitesProps) {
  const t = useTranslations("journeys");
  const { pending, run } = useDoing();
  if (invites.length === 0) return null;
  return (
    <ul className="grid gap-2 text-sm">
      {invites.map((invite) => (
        <li key={invite.id} className="flex flex-wrap items-center justify-between gap-2">
          <span>
            {t("invite.open", { role: t(`role.${invite.role}`), count: invite.uses, most: invite.max_uses })}
          </span>
          <Button
            size="sm"
            busy={pending}
            onClick={() => run(() => revokeJourneyInviteAction({ journey, id: invite.id }))}
          >
            {t("invite.end")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
