"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useRef } from "react";
import { listErrors } from "@/components/composer/list-errors";
import { OfflineNotice } from "@/components/composer/offline-notice";
import { useSend } from "@/components/composer/use-send";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { createEventAction } from "@/lib/events/actions";
import { EventPlaceFields } from "./event-place-fields";
import { EventTimeFields } from "./event-time-fields";
import { useEventErrors } from "./use-event-errors";

interface EventFormProps {
  /** An id for the event: sending twice makes one. */
  freshId: string;
  /** IANA zone of the community, and all there are. */
  timeZone: string;
  timeZones: readonly string[];
  /** Whether visitors can read here. */
  isPublic: boolean;
}

/** Where an event is announced. Works before scripts arrive; a time that does not exist is named. */
export function EventForm({ freshId, timeZone, timeZones, isPublic }: EventFormProps) {
  const t = useTranslations("events.form");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [answer, formAction] = useActionState(createEventAction, null);
  const { told, describe } = useEventErrors(answer);
  const { start, busy, error, waiting, online } = useSend(
    async () => {
      const sent = await createEventAction(new FormData(form.current ?? undefined));
      return describe(sent);
    },
    (created) => router.push(`/events/${created.id}`),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void start();
  };
  const problem = error ?? told;
  const errors = problem?.fields ?? {};
  return (
    <ActionForm ref={form} action={formAction} onSubmit={submit} className="grid gap-6">
      <input type="hidden" name="id" value={freshId} />
      {problem ? (
        <FormError
          title={t("failed")}
          errors={listErrors(problem)}
          note={problem.fields ? undefined : problem.message}
        />
      ) : null}
      {online && !waiting ? null : <OfflineNotice waiting={waiting} />}
      <Field name="title" label={t("title")} error={errors.title} required>
        {(control) => <Input {...control} />}
      </Field>
      <EventTimeFields timeZone={timeZone} timeZones={timeZones} errors={errors} />
      <EventPlaceFields errors={errors} />
      <Field
        name="description"
        label={t("description")}
        hint={t("descriptionHint")}
        optional={t("optional")}
        error={errors.description}
      >
        {(control) => <Textarea {...control} />}
      </Field>
      {isPublic ? (
        <RadioCards
          name="visibility"
          legend={t("visibility")}
          columns={2}
          defaultValue="public"
          error={errors.visibility}
          options={[
            { value: "public", label: t("visibilityPublic"), hint: t("visibilityPublicHint") },
            { value: "members", label: t("visibilityMembers"), hint: t("visibilityMembersHint") },
          ]}
        />
      ) : null}
      <div>
        <SubmitButton size="lg" busy={busy}>
          {t("submit")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
