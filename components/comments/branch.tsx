import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChevronDown } from "@/components/ui/icons";
import { commentHref } from "@/lib/comments/links";
import type { CommentView } from "@/lib/comments/schemas";
import type { CommentNode } from "@/lib/comments/tree";
import type { CommentComponent, ThreadSetting } from "./thread-setting";

interface BranchProps {
  node: CommentNode;
  setting: ThreadSetting;
  Comment: CommentComponent;
  /** After the last answer: what leads to the next ones. */
  end?: ReactNode;
}

/** A comment with the answers to it, which fold away. Folding works without scripts. */
export function Branch({ node, setting, Comment, end }: BranchProps) {
  const t = useTranslations("post.thread");
  const { comment, children, continues } = node;
  return (
    <li className="min-w-0">
      <Comment node={node} setting={setting} />
      {children.length > 0 || end ? (
        <details
          open
          className="[&:not([open])>summary>svg]:-rotate-90 rtl:[&:not([open])>summary>svg]:rotate-90"
        >
          <summary className="inline-flex h-8 cursor-pointer list-none items-center gap-1 rounded-control pe-2 text-sm text-ink-muted hover:text-ink pointer-coarse:h-11 [&::-webkit-details-marker]:hidden">
            <ChevronDown aria-hidden size={16} />
            <ReplyCount comment={comment} />
          </summary>
          <ol className="ms-[0.4375rem] grid grid-cols-1 border-s border-line ps-2.5 sm:ms-2 sm:ps-5">
            {children.map((child) => (
              <Branch key={child.comment.id} node={child} setting={setting} Comment={Comment} />
            ))}
            {end ? <li className="py-2">{end}</li> : null}
          </ol>
        </details>
      ) : null}
      {continues ? (
        <Link
          href={commentHref(setting.at, comment.id)}
          className="inline-flex min-h-8 items-center gap-2 text-sm font-medium text-accent underline-offset-4 hover:underline pointer-coarse:min-h-11"
        >
          {t("continue")}
          <span className="font-normal text-ink-muted">
            <ReplyCount comment={comment} />
          </span>
        </Link>
      ) : null}
    </li>
  );
}

function ReplyCount({ comment: { replies, counted } }: { comment: CommentView }) {
  const t = useTranslations("post.thread");
  return t(counted ? "replies" : "repliesAtLeast", { count: replies });
}
