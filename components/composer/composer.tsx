"use client";

import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import {
  type FormEvent,
  Suspense,
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { ActionForm } from "@/components/forms/action-form";
import { useTenant } from "@/components/providers/tenant-provider";
import { useViewer } from "@/components/providers/viewer-provider";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { late } from "@/components/ui/late";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { draftKey } from "@/lib/drafts/drafts";
import { newId } from "@/lib/ids/uuid";
import { createPostAction } from "@/lib/posts/actions";
import { listErrors } from "./list-errors";
import { OfflineNotice } from "./offline-notice";
import { PostFields } from "./post-fields";
import { useBroughtText } from "./use-brought-text";
import { useDraft } from "./use-draft";
import { useSend } from "./use-send";

const AudienceLine = late(async () => (await import("./audience-line")).AudienceLine);

const EMPTY = {
  title: "",
  body: "",
  tags: "",
  kind: "discussion",
  visibility: "members",
  groupId: "",
  id: "",
};

export interface ComposerProps {
  /** An id for what a browser without scripts sends: pressing twice makes one post. */
  freshId: string;
}

/**
 * Where a post is written. The draft stays on this device until it is posted; it gets an id with the first attempt and
 * keeps it, so that any number of attempts make one post.
 */
export function Composer({ freshId }: ComposerProps) {
  const t = useTranslations("post.compose");
  const common = useTranslations("common");
  const [tenant, viewer] = [useTenant(), useViewer()];
  const key = draftKey(viewer?.id, tenant?.id, "post");
  const [answer, formAction] = useActionState(createPostAction, null);
  const { draft, change, clear, flush, restored } = useDraft(key, EMPTY, answer);
  useBroughtText(
    useCallback(
      (text) =>
        change(({ body }) => (body.includes(text) ? {} : { body: body ? `${body}\n\n${text}` : text })),
      [change],
    ),
  );
  const [touched, setTouched] = useState(false);
  const id = useMemo(() => draft.id || newId(), [draft.id]);

  const { start, forget, busy, error, waiting, online } = useSend(
    () => createPostAction({ ...draft, id }),
    (created) => {
      clear();
      setTouched(false);
      toast.success(t("posted"), {
        action: <Link href={`/p/${created.id}`}>{t("show")}</Link>,
      });
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.id === "") change({ id });
    flush();
    void start();
  };
  const form = useRef<HTMLFormElement>(null);
  // Somebody may have begun before scripts arrived.
  useEffect(() => setTouched(form.current?.contains(document.activeElement) ?? false), []);
  const told = error ?? (answer?.ok === false ? answer.error : null);
  const begun = touched || restored || draft.body !== "" || draft.title !== "";
  const discard = () => {
    clear();
    forget();
    setTouched(false);
  };
  return (
    <ActionForm
      ref={form}
      id="compose"
      action={formAction}
      onSubmit={submit}
      onFocus={() => setTouched(true)}
      aria-label={t("label")}
      className={clsx(
        "grid grid-cols-1 gap-4 rounded-surface border border-line bg-surface-raised p-4",
        !begun && "not-noscript:border-transparent not-noscript:bg-transparent not-noscript:p-0",
      )}
    >
      <input type="hidden" name="id" value={draft.id || freshId} />
      {answer?.ok ? <Posted id={answer.data.id} /> : null}
      {told ? (
        <FormError
          title={t("failed", { reason: told.message })}
          errors={listErrors(told)}
          note={told.requestId && common("requestId", { id: told.requestId })}
        />
      ) : null}
      {online && !waiting ? null : <OfflineNotice waiting={waiting} />}
      <PostFields words={draft} change={change} errors={told?.fields} folded={!begun} groups />
      {restored ? <p className="text-sm text-ink-muted">{t("kept")}</p> : null}
      <div
        className={`${begun ? "flex" : "hidden noscript:flex"} min-h-11 flex-wrap items-center justify-between gap-3`}
      >
        {begun ? (
          <Suspense>
            <AudienceLine visibility={draft.visibility} group={draft.groupId} body={draft.body} />
          </Suspense>
        ) : null}
        <div className="ms-auto flex gap-2">
          {draft.body || draft.title ? (
            <Button variant="quiet" onClick={discard} disabled={busy}>
              {t("discard")}
            </Button>
          ) : null}
          <SubmitButton busy={busy} title={t("send")}>
            {t("post")}
          </SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}

function Posted({ id }: { id: string }) {
  const t = useTranslations("post.compose");
  return (
    <Notice tone="ok" role="status" action={<Link href={`/p/${id}`}>{t("show")}</Link>}>
      {t("posted")}
    </Notice>
  );
}
