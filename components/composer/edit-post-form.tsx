"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, Suspense, useActionState, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormError } from "@/components/ui/form-error";
import { late } from "@/components/ui/late";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { editPostAction } from "@/lib/posts/actions";
import type { CurrentPost, EditOutcome } from "@/lib/posts/schemas";
import { formatTags } from "@/lib/posts/tags";
import { ConflictNotice } from "./conflict-notice";
import { listErrors } from "./list-errors";
import { OfflineNotice } from "./offline-notice";
import { PostFields, type PostWords } from "./post-fields";
import { withTyped } from "./use-draft";
import { useSend } from "./use-send";

const AudienceLine = late(async () => (await import("./audience-line")).AudienceLine);

interface EditPostFormProps {
  postId: string;
  version: number;
  words: PostWords;
  /** The post is for a group, and stays so. */
  group: boolean;
}

/** Changes one's own post. Where it was changed meanwhile, both texts are there to choose from. */
export function EditPostForm({ postId, version, words: initial, group }: EditPostFormProps) {
  const t = useTranslations("post");
  const router = useRouter();
  const [answer, formAction] = useActionState(editPostAction, null);
  const [words, setWords] = useState(() => withTyped({ ...initial }, answer));
  const [base, setBase] = useState(version);
  const [current, setCurrent] = useState<CurrentPost | null>(null);

  const settle = (edited: EditOutcome) => {
    if (edited.outcome === "changed_meanwhile") {
      setBase(edited.current.version);
      setCurrent(edited.current);
      return;
    }
    toast.success(t("edit.saved"));
    router.push(`/p/${postId}`);
    router.refresh();
  };
  const { title, body, tags, kind, visibility } = words;
  const { start, busy, error, waiting, online } = useSend(
    () =>
      editPostAction({
        id: postId,
        version: base,
        title,
        body,
        tags,
        kind,
        ...(group ? {} : { visibility }),
      }),
    settle,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void start();
  };
  const take = ({ title, body, tags }: CurrentPost) => {
    setWords({ ...words, title: title ?? "", body, tags: formatTags(tags) });
    setCurrent(null);
  };
  const told = error ?? (answer?.ok === false ? answer.error : null);
  const before = answer?.ok ? answer.data : null;
  const other = current ?? (before?.outcome === "changed_meanwhile" ? before.current : null);
  return (
    <ActionForm action={formAction} onSubmit={submit} className="grid grid-cols-1 gap-5">
      <input type="hidden" name="id" value={postId} />
      <input type="hidden" name="version" value={before && other ? other.version : base} />
      {told ? (
        <FormError title={t("edit.failed", { reason: told.message })} errors={listErrors(told)} />
      ) : null}
      {before?.outcome === "saved" ? (
        <Notice tone="ok" role="status" action={<Link href={`/p/${postId}`}>{t("compose.show")}</Link>}>
          {t("edit.saved")}
        </Notice>
      ) : null}
      {other ? (
        <ConflictNotice
          current={[other.title, other.body].filter(Boolean).join("\n\n")}
          onTake={() => take(other)}
        />
      ) : null}
      {online && !waiting ? null : <OfflineNotice waiting={waiting} />}
      <PostFields
        words={words}
        change={(patch) => setWords((before) => ({ ...before, ...patch }))}
        errors={told?.fields}
        group={group}
        tall
      />
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-3">
        <Suspense>
          <AudienceLine visibility={words.visibility} post={postId} body={words.body} />
        </Suspense>
        <div className="ms-auto flex gap-2">
          <LinkButton href={`/p/${postId}`} variant="quiet">
            {t("compose.cancel")}
          </LinkButton>
          <SubmitButton busy={busy}>{t("compose.save")}</SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}
