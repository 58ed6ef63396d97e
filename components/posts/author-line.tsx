import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { isFormerName } from "@/lib/posts/former-name";
import type { Visibility } from "@/lib/posts/limits";
import type { Author } from "@/lib/posts/schemas";
import { Moment } from "./moment";
import { VisibilityLabel } from "./visibility-label";

interface AuthorLineProps {
  author: Author;
  createdAt: string;
  editedAt: string | null;
  /** Left out for comments, which are seen by whoever sees their post. */
  visibility?: Visibility;
  now: number;
  /** Where the time leads: to what was written. */
  timeHref?: string;
  /** Where one reads what it said before it was edited. */
  historyHref?: string;
  size?: number;
  /** The author's page, for those who may open it. */
  href?: string;
  /** Stands before the time: the community a post comes from. */
  place?: ReactNode;
}

/** Who wrote something, when, and who can see it. */
export function AuthorLine(props: AuthorLineProps) {
  const { author, createdAt, visibility, now, href, timeHref, size = 40, place } = props;
  const t = useTranslations("feed");
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar name={author.name} path={author.avatar} size={size} />
      <div className="grid min-w-0">
        <p className="flex min-w-0 items-center gap-2">
          <bdi className="min-w-0 truncate font-medium leading-6" title={author.name}>
            {href && !author.gone ? (
              <a href={href} className="relative z-10 py-0.5 hover:text-accent">
                {author.name}
              </a>
            ) : (
              author.name
            )}
          </bdi>
          {author.role === "member" || author.gone ? null : <Badge>{t(`role.${author.role}`)}</Badge>}
          {author.gone && !isFormerName(author.name) ? (
            <span className="text-xs text-ink-muted">{t("formerMember")}</span>
          ) : null}
        </p>
        <div className="flex flex-wrap items-center gap-x-2 text-sm text-ink-muted">
          {place}
          {timeHref ? (
            <a href={timeHref} className="py-px hover:text-ink hover:underline">
              <Moment value={createdAt} now={now} />
            </a>
          ) : (
            <Moment value={createdAt} now={now} />
          )}
          <Edited {...props} />
          {visibility ? (
            <>
              <span aria-hidden>·</span>
              <VisibilityLabel visibility={visibility} />
            </>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function Edited({ editedAt, historyHref, now }: AuthorLineProps) {
  const t = useTranslations("feed");
  if (!editedAt) return null;
  return (
    <>
      <span aria-hidden>·</span>
      {historyHref ? (
        <Link
          href={historyHref}
          prefetch={false}
          className="py-px underline underline-offset-2 hover:text-ink"
        >
          {t("edited")} <Moment value={editedAt} now={now} />
        </Link>
      ) : (
        <span>{t("edited")}</span>
      )}
    </>
  );
}
