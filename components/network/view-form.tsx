"use client";

import { ActionForm } from "@/components/forms/action-form";
import { ActionProblem } from "@/components/forms/action-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { keepViewAction, removeViewAction } from "@/lib/feed/unified-actions";
import type { UnifiedView } from "@/lib/feed/unified-rules";

interface ViewFormProps {
  view: UnifiedView;
  name: string;
  labels: { name: string; send: string };
}

const NAME_MAX = 40;

/** Names a view. Works before scripts arrive. */
export function ViewForm({ view, name, labels }: ViewFormProps) {
  const { formProps, error, busy, value } = useSendingForm(keepViewAction);
  const { kept, slugs, order, mentions } = view;
  return (
    <ActionForm {...formProps} className="flex max-w-measure flex-wrap items-end gap-3">
      <input type="hidden" name="id" value={kept ?? ""} />
      <input type="hidden" name="slugs" value={slugs.join(",")} />
      <input type="hidden" name="order" value={order} />
      <input type="hidden" name="only" value={mentions ? "mentions" : ""} />
      <Field
        name="name"
        label={labels.name}
        error={error ? (error.fields?.name ?? error.message) : undefined}
        required
        className="min-w-0 flex-1 basis-56"
      >
        {(control) => (
          <Input
            {...control}
            maxLength={NAME_MAX}
            autoComplete="off"
            defaultValue={value("name", name)}
            key={value("name", name)}
          />
        )}
      </Field>
      <SubmitButton busy={busy}>{labels.send}</SubmitButton>
    </ActionForm>
  );
}

/** Forgets a view: what it showed stays where it is. */
export function RemoveViewForm({ id, label }: { id: string; label: string }) {
  const { formProps, error, busy } = useSendingForm(removeViewAction);
  return (
    <ActionForm {...formProps}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton size="sm" variant="outline" busy={busy}>
        {label}
      </SubmitButton>
      <ActionProblem error={error} />
    </ActionForm>
  );
}
