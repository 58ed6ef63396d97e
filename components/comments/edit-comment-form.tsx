"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { BodyField } from "@/components/composer/body-field";
import { ConflictNotice } from "@/components/composer/conflict-notice";
import { OfflineNotice } from "@/components/composer/offline-notice";
import { useSend } from "@/components/composer/use-send";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { editCommentAction } from "@/lib/comments/actions";
import { COMMENT_MAX } from "@/lib/comments/limits";

interface EditCommentFormProps {
  commentId: string;
  source: string;
  version: number;
  onDone: () => void;
  onCancel: () => void;
}

/** Changes one's own comment. What somebody saved meanwhile is shown beside it. */
export function EditCommentForm({ commentId, source, version, onDone, onCancel }: EditCommentFormProps) {
  const t = useTranslations("post");
  const [body, setBody] = useState(source);
  const [base, setBase] = useState(version);
  const [current, setCurrent] = useState<string | null>(null);
  const { start, busy, error, waiting, online } = useSend(
    () => editCommentAction({ id: commentId, version: base, body }),
    (edited) => {
      if (edited.outcome === "changed_meanwhile") {
        setBase(edited.current.version);
        setCurrent(edited.current.body);
        return;
      }
      toast.success(t("edit.saved"));
      onDone();
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void start();
  };
  const take = (text: string) => {
    setBody(text);
    setCurrent(null);
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-3">
      {error ? <FormError title={t("edit.failed", { reason: error.fields?.body ?? error.message })} /> : null}
      {current === null ? null : <ConflictNotice current={current} onTake={() => take(current)} />}
      {online && !waiting ? null : <OfflineNotice waiting={waiting} />}
      <BodyField
        kind="comment"
        value={body}
        onChange={setBody}
        label={t("comments.editLabel")}
        max={COMMENT_MAX}
        autoFocus
      />
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel} disabled={busy}>
          {t("compose.cancel")}
        </Button>
        <SubmitButton busy={busy}>{t("compose.save")}</SubmitButton>
      </div>
    </form>
  );
}
