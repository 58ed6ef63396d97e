import { useLocale, useTranslations } from "next-intl";
import { Markdown } from "@/components/markdown";
import { CommunityChip } from "@/components/ui/community-chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/load-more";
import { Time } from "@/components/ui/time";
import { mediaBaseFrom } from "@/lib/media/addresses";
import type { WaitingShare } from "@/lib/sharing/door-schemas";
import { communityUrl } from "@/lib/tenancy/links";
import { AnswerShare } from "./answer-share";
import { DOOR_TITLE_ID, waitingId } from "./title-id";

interface WaitingListProps {
  items: readonly WaitingShare[];
  /** The last of this page, where there are more. */
  next: string | null;
  /** Whether the list begins with the longest wait of all. */
  first: boolean;
  timeZone: string;
  /** The community whose door this is. */
  island: string;
}

/** Posts of other communities that wait to be let in, the longest first. */
export function WaitingList({ items, next, first, timeZone, island }: WaitingListProps) {
  const t = useTranslations("door");
  if (items.length === 0) {
    return <EmptyState title={t("empty")} text={t("emptyText")} island={island} />;
  }
  return (
    <div>
      <ol className="divide-y divide-line border-y border-line">
        {items.map((waiting, index) => (
          <Waiting key={waiting.id} waiting={waiting} timeZone={timeZone} focusId={neighbour(items, index)} />
        ))}
      </ol>
      <Pager
        label={t("pages")}
        newer={first ? undefined : { href: "/door", label: t("first") }}
        older={next ? { href: `/door?after=${next}`, label: t("more") } : undefined}
      />
    </div>
  );
}

function neighbour(items: readonly WaitingShare[], index: number): string {
  const other = items[index + 1] ?? items[index - 1];
  return other ? waitingId(other.id) : DOOR_TITLE_ID;
}

interface WaitingProps {
  waiting: WaitingShare;
  timeZone: string;
  focusId: string;
}

function Waiting({ waiting, timeZone, focusId }: WaitingProps) {
  const t = useTranslations("door");
  const { id, home, post, body, note, by, scope } = waiting;
  const title = post.title ?? t("untitled", { name: post.author.name });
  return (
    <li
      id={waitingId(id)}
      data-waiting
      tabIndex={-1}
      aria-labelledby={`${waitingId(id)}-title`}
      className="grid grid-cols-1 gap-3 py-6 focus-visible:rounded-control focus-visible:outline-offset-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink-muted">
        <CommunityChip
          id={home.id}
          name={home.name}
          accent={home.accent}
          logo={home.logo_path}
          href={communityUrl(home)}
        />
        <Sent waiting={waiting} timeZone={timeZone} />
      </div>
      <h2
        id={`${waitingId(id)}-title`}
        dir="auto"
        className="font-serif text-title-sm font-medium tracking-title [overflow-wrap:anywhere]"
      >
        {title}
      </h2>
      {post.excerpt ? (
        <p dir="auto" className="line-clamp-4 text-ink-muted [overflow-wrap:anywhere]">
          {post.excerpt}
        </p>
      ) : null}
      {body.trim() === post.excerpt ? null : <Whole waiting={waiting} />}
      <p className="text-sm text-ink-muted">{t(`scope.${scope}`)}</p>
      {note ? (
        <p dir="auto" className="max-w-measure text-[0.9375rem] [overflow-wrap:anywhere]">
          {by ? t("noteBy", { name: by, note }) : t("noteOfAuthor", { note })}
        </p>
      ) : null}
      <AnswerShare share={id} title={title} focusId={focusId} />
    </li>
  );
}

/** The text as it is, behind its beginning. */
function Whole({ waiting: { id, body, home } }: Pick<WaitingProps, "waiting">) {
  const t = useTranslations("door");
  return (
    <details className="min-w-0">
      <summary className="inline-flex cursor-pointer items-center text-sm text-accent underline underline-offset-4 pointer-coarse:min-h-11">
        {t("readAll")}
      </summary>
      <Markdown
        source={body}
        headingStart={3}
        idPrefix={`w${id}-`}
        linkBase={new URL(communityUrl(home)).origin}
        mediaBase={mediaBaseFrom(home.id)}
        className="mt-3 border-s-2 border-line ps-4"
      />
    </details>
  );
}

function Sent({ waiting, timeZone }: Omit<WaitingProps, "focusId">) {
  const t = useTranslations("door");
  const locale = useLocale();
  const { asked_at: at, post, by } = waiting;
  const when = () => <Time value={at} locale={locale} timeZone={timeZone} />;
  const author = post.author.name;
  return (
    <p className="min-w-0 [overflow-wrap:anywhere]">
      {by ? t.rich("sentBy", { author, name: by, when }) : t.rich("sentByAuthor", { author, when })}
    </p>
  );
}
