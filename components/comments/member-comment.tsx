"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { DEEPEST_LEVEL } from "@/lib/comments/limits";
import { commentHref, commentsHref } from "@/lib/comments/links";
import { CommentCard } from "./comment-card";
import { CommentForm } from "./comment-form";
import { CommentTools } from "./comment-tools";
import { EditCommentForm } from "./edit-comment-form";
import { useMemberTools } from "./member-tools";
import type { CommentProps } from "./thread-setting";

/** A comment for those who may answer it, and change or remove their own. */
export function MemberComment({ node, setting }: CommentProps) {
  const { comment } = node;
  const { moderator, replyTo, onChanged, onSent } = useMemberTools();
  const [mode, setMode] = useState<"read" | "reply" | "edit">(replyTo === comment.id ? "reply" : "read");
  const { author } = comment;
  if (!author) return <CommentCard node={node} setting={setting} />;
  const read = () => setMode("read");
  const changed = () => {
    read();
    onChanged(null);
  };
  return (
    <CommentCard
      node={node}
      setting={setting}
      menu={
        <CommentTools
          comment={comment}
          href={commentHref(setting.at, comment.id)}
          moderator={moderator}
          onEdit={() => setMode("edit")}
          onRemoved={changed}
        />
      }
      body={
        mode === "edit" && comment.source !== null ? (
          <EditCommentForm
            commentId={comment.id}
            source={comment.source}
            version={comment.version}
            onDone={changed}
            onCancel={read}
          />
        ) : undefined
      }
      footer={
        mode === "reply" ? (
          <div data-answering>
            <CommentForm
              at={setting.at}
              parent={{ id: comment.id, name: author.name }}
              onCancel={read}
              onSent={(id) => {
                read();
                onSent(id);
              }}
            />
          </div>
        ) : mode === "read" && comment.depth < DEEPEST_LEVEL ? (
          <ReplyLink
            href={commentsHref(setting.at, { comment: comment.id, reply: comment.id })}
            onOpen={() => setMode("reply")}
          />
        ) : null
      }
    />
  );
}

/** A link that opens the answer box on the page of the comment, and in place where scripts run. */
function ReplyLink({ href, onOpen }: { href: string; onOpen: () => void }) {
  const t = useTranslations("post.comments");
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a
      href={href}
      onClick={open}
      data-reply
      className={clsx(
        buttonClasses({ variant: "quiet", size: "sm" }),
        "-ms-3 justify-self-start text-ink-muted",
      )}
    >
      {t("reply")}
    </a>
  );
}
