import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SORTS } from "@/lib/comments/limits";
import { commentHref, commentsHref, type Discussion } from "@/lib/comments/links";
import type { CommentPage, CommentPlace } from "@/lib/comments/schemas";

interface CommentsHeadProps {
  at: Discussion;
  page: CommentPage;
  place: CommentPlace;
  /** Whether the comment of the address is not there. */
  missing: boolean;
  count: number;
  /** In place of "Comments". */
  title?: string;
  /** Whose comments these are, where the post is at home elsewhere. */
  note?: string;
}

/** Above the comments: their order, or that these are one thread, with the way to all of them. */
export function CommentsHead({ at, page, place, missing, count, title, note }: CommentsHeadProps) {
  const t = useTranslations("post.page");
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="comments-title" className="font-serif text-title font-medium tracking-title">
          {title ?? t("comments")}
        </h2>
        {place.comment || count < 2 ? null : <SortLinks at={at} current={place.sort} />}
      </div>
      {note ? <p className="text-ink-muted">{note}</p> : null}
      {missing ? <Notice>{t("missing")}</Notice> : null}
      {place.comment ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="text-ink-muted">{t("oneThread")}</p>
          <LinkButton href={commentsHref(at, {})} size="sm">
            {t("allComments", { count })}
          </LinkButton>
          {page.start ? (
            <LinkButton href={commentHref(at, page.start)} size="sm" variant="quiet">
              {t("threadStart")}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
      {place.after && !place.comment ? (
        <p>
          <LinkButton href={commentsHref(at, { sort: place.sort })} size="sm">
            {t("fromStart")}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}

function SortLinks({ at, current }: { at: Discussion; current: CommentPlace["sort"] }) {
  const t = useTranslations("post.page");
  return (
    <nav aria-label={t("sort")}>
      <ul className="-mx-2 flex">
        {SORTS.map((sort) => (
          <li key={sort}>
            <Link
              href={commentsHref(at, { sort })}
              scroll={false}
              aria-current={sort === current ? "page" : undefined}
              className="inline-flex h-8 items-center rounded-control px-2 text-sm text-ink-muted hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink pointer-coarse:h-11"
            >
              {t(sort === "newest" ? "newest" : "oldest")}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
