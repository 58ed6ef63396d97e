"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { commentHref } from "@/lib/comments/links";
import { CommentForm } from "./comment-form";
import { CommentThread, type CommentThreadProps } from "./comment-thread";
import { MemberComment } from "./member-comment";
import { MemberProvider } from "./member-tools";
import { commentsKey } from "./use-further";

/** On a phone one answers from anywhere in the thread, above the bottom bar and the keyboard. */
const REPLY_BAR = [
  "z-30 max-rail:sticky max-rail:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-rail:-mx-4 max-rail:sm:-mx-6",
  "max-rail:border-t max-rail:border-line max-rail:bg-surface max-rail:px-4 max-rail:py-2 max-rail:sm:px-6",
  "max-rail:[&_textarea]:max-h-[30dvh] group-has-data-answering/comments:static!",
].join(" ");

interface MemberThreadProps extends CommentThreadProps {
  moderator: boolean;
  /** The comment whose answer box is open from the start. */
  replyTo: string | null;
}

/** The comments of a post for those who may answer. */
export function MemberThread({ moderator, replyTo, ...thread }: MemberThreadProps) {
  const { at, initial } = thread;
  const t = useTranslations("post.comments");
  const { onChanged, onSending } = useChanges(thread);
  const onSent = (id: string) => {
    toast.success(t("sent"));
    onChanged(id);
  };
  return (
    <MemberProvider value={{ moderator, replyTo, onChanged, onSent }}>
      <div className="contents" onSubmitCapture={onSending}>
        {initial.threads.length === 0 ? <p className="text-ink-muted">{t("beFirst")}</p> : null}
        <CommentThread {...thread} Comment={MemberComment} />
        <div id="write" className={REPLY_BAR}>
          <CommentForm at={at} onSent={onSent} />
        </div>
      </div>
    </MemberProvider>
  );
}

/**
 * What to do once a comment came, changed or went: further answers are read anew, and the page goes to a new one, or
 * to the page that shows it where it is not on this one.
 */
function useChanges({ at, initial }: Pick<CommentThreadProps, "at" | "initial">) {
  const client = useQueryClient();
  const router = useRouter();
  const [awaited, setAwaited] = useState<string | null>(null);
  const sentFrom = useRef(initial);
  useEffect(() => {
    if (!awaited) return;
    const element = document.getElementById(`c-${awaited}`);
    // Until the page has come anew, it cannot show what was sent.
    if (!element && sentFrom.current === initial) return;
    setAwaited(null);
    if (element) element.scrollIntoView({ block: "center", behavior: "smooth" });
    else router.push(commentHref(at, awaited));
  }, [awaited, initial, at, router]);

  return {
    onSending: () => {
      sentFrom.current = initial;
    },
    onChanged: async (commentId: string | null) => {
      await client.invalidateQueries({ queryKey: commentsKey(at) });
      if (commentId) setAwaited(commentId);
    },
  };
}
