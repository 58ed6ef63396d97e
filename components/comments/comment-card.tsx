import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MarkdownHtml } from "@/components/markdown-html";
import { AuthorLine } from "@/components/posts/author-line";
import { memberHref } from "@/components/posts/post-link";
import { commentHref, historyHref } from "@/lib/comments/links";
import type { CommentNode } from "@/lib/comments/tree";
import type { CommentProps } from "./thread-setting";

interface CommentCardProps extends CommentProps {
  /** What one may do with it, at the end of its head. */
  menu?: ReactNode;
  /** In place of its text. */
  body?: ReactNode;
  /** Below its text. */
  footer?: ReactNode;
}

/** One comment. Its time is the link to it. */
export function CommentCard({ node, setting, menu, body, footer }: CommentCardProps) {
  const { comment } = node;
  const t = useTranslations("post.thread");
  const name = `c-${comment.id}`;
  const focused = setting.focus === comment.id;
  return (
    <article
      id={name}
      tabIndex={-1}
      aria-labelledby={`${name}-label`}
      aria-current={focused ? "true" : undefined}
      className={clsx(
        "-mx-2 grid grid-cols-1 gap-2 rounded-control px-2 py-3 scroll-mt-24 target:bg-accent-soft",
        "focus-visible:outline-2! focus-visible:-outline-offset-2 focus-visible:outline-accent",
        focused && "bg-accent-soft",
      )}
    >
      <CommentLabel id={`${name}-label`} node={node} />
      {comment.author ? (
        <div className="flex items-start justify-between gap-2">
          <AuthorLine
            author={comment.author}
            createdAt={comment.created_at}
            editedAt={comment.edited_at}
            href={setting.member ? memberHref(comment.author.id) : undefined}
            timeHref={commentHref(setting.at, comment.id)}
            historyHref={historyHref(setting.at.postId, comment.id)}
            now={setting.now}
            size={32}
          />
          {menu}
        </div>
      ) : (
        <p className="italic text-ink-muted">
          {t(comment.removed_by === "moderator" ? "removedByModerator" : "removedByAuthor")}
        </p>
      )}
      {comment.parent_id && !node.parent && setting.focus !== comment.id ? (
        <a
          href={commentHref(setting.at, comment.parent_id)}
          className="justify-self-start text-sm text-ink-muted underline"
        >
          {t("inReplyToEarlier")}
        </a>
      ) : null}
      {body ?? (comment.author ? <MarkdownHtml html={comment.html} lang={setting.lang} /> : null)}
      {footer}
    </article>
  );
}

/** Who answers whom and on which level, for those who listen. */
function CommentLabel({ id, node: { comment, parent } }: { id: string; node: CommentNode }) {
  const t = useTranslations("post.thread");
  const level = comment.depth + 1;
  const name = comment.author?.name;
  let text = t("labelRemoved", { level });
  if (name !== undefined) {
    if (!parent) text = t("label", { name, level });
    else if (parent.author) text = t("labelReply", { name, parent: parent.author.name, level });
    else text = t("labelReplyRemoved", { name, level });
  }
  return (
    <span id={id} className="sr-only">
      {text}
    </span>
  );
}
