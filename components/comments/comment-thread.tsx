"use client";

import { useTranslations } from "next-intl";
import { useNow } from "@/components/posts/use-now";
import { EmptyState } from "@/components/ui/empty-state";
import { commentsHref, type Discussion } from "@/lib/comments/links";
import type { CommentPage, CommentPlace, Thread } from "@/lib/comments/schemas";
import { toTree } from "@/lib/comments/tree";
import { Branch } from "./branch";
import { CommentCard } from "./comment-card";
import { MoreLink } from "./more-link";
import { ThreadKeys } from "./thread-keys";
import type { CommentComponent, ThreadSetting } from "./thread-setting";
import { useFurther } from "./use-further";

export interface CommentThreadProps {
  at: Discussion;
  /** The page of comments as the server read it. */
  initial: CommentPage;
  place: CommentPlace;
  lang: string;
  now: number;
}

/** The comments of a post in threads, further ones on demand. */
export function CommentThread(props: CommentThreadProps & { Comment?: CommentComponent }) {
  const { at, initial, place, lang, Comment = CommentCard } = props;
  const t = useTranslations("post.thread");
  const now = useNow(props.now);
  const { pages, next, query, more } = useFurther(at, initial.next, { sort: place.sort });
  const member = Comment !== CommentCard;
  const setting = { at, lang, now, member, focus: place.comment };
  if (initial.threads.length === 0) {
    if (member) return <ThreadKeys />;
    return <EmptyState title={t("none")} text={t("noneVisitor")} headingLevel={3} />;
  }
  return (
    <>
      <Parents page={initial} setting={setting} Comment={Comment} />
      <ol className="grid grid-cols-1 gap-2">
        {[initial, ...pages].flatMap((page) =>
          page.threads.map((thread) => (
            <WholeThread
              key={thread.top.id}
              thread={thread}
              above={place.comment ? (initial.parents.at(-1) ?? null) : null}
              setting={setting}
              Comment={Comment}
            />
          )),
        )}
      </ol>
      {next ? (
        <div>
          <MoreLink
            href={commentsHref(at, { after: next, sort: place.sort })}
            label={t("more")}
            state={query}
            onMore={more}
          />
        </div>
      ) : null}
      <ThreadKeys />
    </>
  );
}

interface PartProps {
  setting: ThreadSetting;
  Comment: CommentComponent;
}

/** What the one thread of the page answers. */
function Parents({ page: { parents }, ...rest }: PartProps & { page: CommentPage }) {
  if (parents.length === 0) return null;
  return (
    <ol className="grid grid-cols-1 border-s-2 border-accent-line ps-3 sm:ps-4">
      {parents.map((comment, index) => (
        <li key={comment.id} className="min-w-0">
          <rest.Comment
            node={{ comment, parent: parents[index - 1] ?? null, children: [], continues: false }}
            setting={rest.setting}
          />
        </li>
      ))}
    </ol>
  );
}

interface WholeThreadProps extends PartProps {
  thread: Thread;
  /** What its first comment answers. */
  above: Thread["top"] | null;
}

function WholeThread({ thread, above, setting, Comment }: WholeThreadProps) {
  const t = useTranslations("post.thread");
  const { pages, next, query, more } = useFurther(setting.at, thread.rest, { comment: thread.top.id });
  const answers = [thread, ...pages.flatMap((page) => page.threads)].flatMap((part) => part.answers);
  const tree = toTree({ top: thread.top, answers });
  return (
    <Branch
      node={{ ...tree, parent: above }}
      setting={setting}
      Comment={Comment}
      end={
        next ? (
          <MoreLink
            size="sm"
            variant="quiet"
            href={commentsHref(setting.at, { comment: thread.top.id, after: next })}
            label={t("moreReplies")}
            state={query}
            onMore={more}
          />
        ) : null
      }
    />
  );
}
