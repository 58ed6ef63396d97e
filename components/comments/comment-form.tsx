"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type FormEvent, Suspense, useActionState } from "react";
import { BodyField } from "@/components/composer/body-field";
import { OfflineNotice } from "@/components/composer/offline-notice";
import { useDraft } from "@/components/composer/use-draft";
import { useSend } from "@/components/composer/use-send";
import { ActionForm } from "@/components/forms/action-form";
import { useTenant } from "@/components/providers/tenant-provider";
import { useViewer } from "@/components/providers/viewer-provider";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { late } from "@/components/ui/late";
import { SubmitButton } from "@/components/ui/submit-button";
import { createCommentAction } from "@/lib/comments/actions";
import { COMMENT_MAX } from "@/lib/comments/limits";
import type { Discussion } from "@/lib/comments/links";
import { draftKey } from "@/lib/drafts/drafts";
import { newId } from "@/lib/ids/uuid";

const MentionNote = late(async () => (await import("@/components/composer/mention-note")).MentionNote);

interface CommentFormProps {
  at: Discussion;
  /** The comment that is answered; none for the post itself. */
  parent?: { id: string; name: string };
  onSent: (commentId: string) => void;
  onCancel?: () => void;
}

const EMPTY = { body: "", id: "" };

/** Where a comment is written. Its draft stays on this device; it gets an id with the first attempt and keeps it. */
export function CommentForm({ at, parent, onSent, onCancel }: CommentFormProps) {
  const { postId, lane } = at;
  const t = useTranslations("post");
  const common = useTranslations("common");
  const [tenant, viewer] = [useTenant(), useViewer()];
  const key = draftKey(viewer?.id, tenant?.id, postId, parent?.id ?? "post");
  const [answer, formAction] = useActionState(createCommentAction, null);
  const { draft, change, clear } = useDraft(key, EMPTY, answer);
  const { start, busy, error, waiting, online } = useSend(
    async () => {
      // Threads are read in the order of ids, so a comment's is made when it is sent first.
      const id = draft.id || newId();
      change({ id });
      return createCommentAction({ id, postId, lane: lane?.home, parentId: parent?.id, body: draft.body });
    },
    (created) => {
      clear();
      onSent(created.id);
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void start();
  };
  // At the foot of a phone's page it takes no more room than a line until somebody writes.
  const resting = draft.body === "" && !parent;
  const told = error ?? (answer?.ok === false ? answer.error : null);
  return (
    <ActionForm action={formAction} onSubmit={submit} className="group grid grid-cols-1 gap-3">
      <input type="hidden" name="postId" value={postId} />
      {lane ? <input type="hidden" name="lane" value={lane.home} /> : null}
      {parent ? <input type="hidden" name="parentId" value={parent.id} /> : null}
      {told ? (
        <FormError
          title={t("compose.failed", { reason: told.fields?.body ?? told.message })}
          note={told.requestId && common("requestId", { id: told.requestId })}
        />
      ) : null}
      {online && !waiting ? null : <OfflineNotice waiting={waiting} />}
      <BodyField
        kind="comment"
        value={draft.body}
        onChange={(body) => change({ body })}
        label={parent ? t("comments.replyTo", { name: parent.name }) : t("comments.write")}
        placeholder={
          parent ? t("comments.replyPlaceholder", { name: parent.name }) : t("comments.placeholder")
        }
        max={COMMENT_MAX}
        size={resting ? "line" : "normal"}
        tabs={draft.body !== ""}
        autoFocus={parent !== undefined}
      />
      {draft.body.includes("](member:") ? (
        <Suspense>
          <MentionNote body={draft.body} post={postId} visibility={lane && "members"} />
        </Suspense>
      ) : null}
      <div
        className={clsx(
          "flex justify-end gap-2",
          resting && "max-rail:hidden max-rail:group-focus-within:flex",
        )}
      >
        {onCancel ? (
          <Button variant="quiet" onClick={onCancel} disabled={busy}>
            {t("compose.cancel")}
          </Button>
        ) : null}
        <SubmitButton busy={busy} title={t("compose.send")}>
          {t(parent ? "comments.sendReply" : "comments.send")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
