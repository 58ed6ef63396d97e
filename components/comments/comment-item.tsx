"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { MarkdownHtml } from "@/components/markdown-html";
import { AuthorLine } from "@/components/posts/author-line";
import { memberHref } from "@/components/posts/post-link";
import { buttonClasses } from "@/components/ui/button-classes";
import { DEEPEST_LEVEL } from "@/lib/comments/limits";
import type { CommentView } from "@/lib/comments/schemas";
import { CommentForm } from "./comment-form";
import { CommentTools } from "./comment-tools";
import { EditCommentForm } from "./edit-comment-form";

/** What every comment of a thread shares. */
export interface Thread {
  postId: string;
  /** BCP 47 tag of what people write here. */
  lang: string;
  now: number;
  /** Whether this person may answer. */
  member: boolean;
  moderator: boolean;
  /** Address of the page that the comment stands on. */
  path: string;
  /** The comment whose answer box is open from the start. */
  replyTo: string | null;
  onChanged: (commentId: string | null) => void;
}

const DEEPEST_SHOWN = 6;

/** A comment in its thread. Levels beyond the sixth are not set in further, but say whom they answer. */
export function CommentItem({ comment, thread }: { comment: CommentView; thread: Thread }) {
  const t = useTranslations("post.comments");
  const [mode, setMode] = useState<"read" | "reply" | "edit">(
    thread.replyTo === comment.id ? "reply" : "read",
  );
  const { author } = comment;
  const open = author !== null && comment.removed_by === null;
  const level = Math.min(comment.depth, DEEPEST_SHOWN);
  const read = () => setMode("read");
  return (
    <li
      id={`c-${comment.id}`}
      style={{ "--level": level }}
      className={clsx(
        "ms-[calc(var(--level)*0.625rem)] scroll-mt-24 target:bg-accent-soft sm:ms-[calc(var(--level)*1.375rem)]",
        level > 0 && "border-s border-line ps-3 sm:ps-4",
      )}
    >
      <article className="grid grid-cols-1 gap-2 py-4">
        <span className="sr-only">{t("level", { level: comment.depth + 1 })}</span>
        {open ? (
          <div className="flex items-start justify-between gap-2">
            <AuthorLine
              author={author}
              createdAt={comment.created_at}
              editedAt={comment.edited_at}
              now={thread.now}
              size={32}
              href={thread.member ? memberHref(author.id) : undefined}
            />
            <CommentTools
              comment={comment}
              href={`${thread.path}#c-${comment.id}`}
              moderator={thread.moderator}
              onEdit={() => setMode("edit")}
              onRemoved={() => thread.onChanged(null)}
            />
          </div>
        ) : (
          <p className="italic text-ink-muted">
            {t(comment.removed_by === "moderator" ? "removedByModerator" : "removedByAuthor")}
          </p>
        )}
        <ReplyTo comment={comment} />
        {open && mode !== "edit" ? <MarkdownHtml html={comment.html} lang={thread.lang} /> : null}
        {mode === "edit" && comment.source !== null ? (
          <EditCommentForm
            commentId={comment.id}
            source={comment.source}
            version={comment.version}
            onDone={() => {
              read();
              thread.onChanged(null);
            }}
          />
        ) : null}
        {open && mode === "read" && thread.member && comment.depth < DEEPEST_LEVEL ? (
          <ReplyLink commentId={comment.id} path={thread.path} onOpen={() => setMode("reply")} />
        ) : null}
        {open && mode === "reply" ? (
          <CommentForm
            postId={thread.postId}
            parent={{ id: comment.id, name: author.name }}
            onCancel={read}
            onSent={(id) => {
              read();
              thread.onChanged(id);
            }}
          />
        ) : null}
      </article>
    </li>
  );
}

function ReplyTo({ comment }: { comment: CommentView }) {
  const t = useTranslations("post.comments");
  const { reply_to: answered } = comment;
  if (!answered || comment.depth <= DEEPEST_SHOWN) return null;
  const text = answered.removed
    ? t("inReplyToRemoved")
    : answered.name === null
      ? t("inReplyToEarlier")
      : t("inReplyTo", { name: answered.name });
  return (
    <a href={`#c-${comment.parent_id}`} className="justify-self-start text-sm text-ink-muted underline">
      {text}
    </a>
  );
}

/** A link that opens the answer box on the next page, and in place where scripts run. */
function ReplyLink({ commentId, path, onOpen }: { commentId: string; path: string; onOpen: () => void }) {
  const t = useTranslations("post.comments");
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    onOpen();
  };
  const href = `${path}${path.includes("?") ? "&" : "?"}reply=${commentId}#c-${commentId}`;
  return (
    <a
      href={href}
      onClick={open}
      className={clsx(
        buttonClasses({ variant: "quiet", size: "sm" }),
        "-ms-3 justify-self-start text-ink-muted",
      )}
    >
      {t("reply")}
    </a>
  );
}
