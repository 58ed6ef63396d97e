"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/result";
import { setCommunityStatusAction } from "@/lib/platform/actions";
import type { PlatformCommunity } from "@/lib/platform/schemas";

type Status = "active" | "suspended";

/** Suspends a community or brings it back, for a reason that is kept. */
export function StatusDialog({
  community,
}: {
  community: Pick<PlatformCommunity, "id" | "name" | "status">;
}) {
  const t = useTranslations("platform");
  const [open, setOpen] = useState(false);
  const suspends = community.status === "active";
  const { id, name } = community;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">{t(suspends ? "suspend" : "restore")}</Button>}
      title={t(suspends ? "suspendTitle" : "restoreTitle", { name })}
      description={t(suspends ? "suspendText" : "restoreText")}
      closeLabel={t("close")}
    >
      <ReasonForm
        id={id}
        name={name}
        status={suspends ? "suspended" : "active"}
        onDone={() => setOpen(false)}
      />
    </Dialog>
  );
}

interface ReasonFormProps {
  id: string;
  name: string;
  status: Status;
  onDone: () => void;
}

function ReasonForm({ id, name, status, onDone }: ReasonFormProps) {
  const t = useTranslations("platform");
  const [result, send] = useActionState<ActionResult<{ status: Status }> | null, FormData>(
    setCommunityStatusAction,
    null,
  );
  useEffect(() => {
    if (!result?.ok) return;
    toast.success(t(result.data.status === "active" ? "restored" : "suspended", { name }));
    onDone();
  }, [result, name, onDone, t]);
  const error = result && !result.ok ? result.error : null;
  return (
    <ActionForm action={send} className="grid gap-5" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="status" value={status} />
      <Field name="reason" label={t("reason")} hint={t("reasonHint")} error={error?.fields?.reason} required>
        {(control) => <Textarea {...control} rows={3} maxLength={500} defaultValue={error?.values?.reason} />}
      </Field>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onDone}>{t("cancel")}</Button>
        <SubmitButton variant={status === "suspended" ? "danger" : "primary"}>
          {t(status === "suspended" ? "suspend" : "restore")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
