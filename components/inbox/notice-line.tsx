import clsx from "clsx";
import { useTranslations } from "next-intl";
import { AnswerInvitation } from "@/components/journeys/answer-invitation";
import { JourneyDates } from "@/components/journeys/journey-dates";
import { Moment } from "@/components/posts/moment";
import {
  AtSign,
  Check,
  type Icon,
  MessageCircle,
  Route,
  Share2,
  UsersRound,
  Waypoints,
} from "@/components/ui/icons";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import { subjectOf } from "@/lib/inbox/rules";
import type { InboxCommunity, Notice, NoticeKind } from "@/lib/inbox/schemas";
import { NoticeForm } from "./notice-form";
import { NoticeSentence } from "./notice-sentence";

const ICONS: Record<NoticeKind, Icon> = {
  reply: MessageCircle,
  mention: AtSign,
  share_asked: Share2,
  share_answered: Share2,
  share_waiting: Share2,
  share_shown: Share2,
  share_revoked: Share2,
  connection_proposed: Waypoints,
  connection_accepted: Waypoints,
  connection_declined: Waypoints,
  connection_ended: Waypoints,
  member_request: UsersRound,
  member_approved: UsersRound,
  journey_invitation: UsersRound,
  journey_joined: Check,
  journey_comment: MessageCircle,
};

interface NoticeLineProps {
  notice: Notice;
  /** Null for what belongs to none. */
  community: InboxCommunity | null;
  now: number;
}

/** One line of the inbox: where, who, what and when. The whole line leads to it; an invitation is answered in it. */
export function NoticeLine({ notice, community, now }: NoticeLineProps) {
  const t = useTranslations("inbox");
  const { id, kind, unread, at, journey } = notice;
  const Kind = ICONS[kind];
  const { title, words } = subjectOf(notice);
  return (
    <li
      data-post
      tabIndex={-1}
      style={community ? accentStyle(community.accent) : undefined}
      className={clsx(
        "relative flex gap-3 border-b border-line px-1 py-4 focus-visible:-outline-offset-2 sm:gap-4 sm:px-3",
        unread && "bg-accent-soft/50",
      )}
    >
      <span className="relative mt-0.5 shrink-0 self-start">
        {community ? (
          <IslandMark id={community.id} logo={community.logo_path} size={36} />
        ) : (
          <span className="grid size-9 place-items-center rounded-control bg-accent-soft text-accent">
            <Route aria-hidden size={20} />
          </span>
        )}
        <span className="absolute -bottom-1.5 -end-1.5 grid size-5.5 place-items-center rounded-full border border-line bg-surface-raised text-accent">
          <Kind aria-hidden size={13} />
        </span>
      </span>
      <div className="grid min-w-0 flex-1 gap-1">
        <p className={clsx("[overflow-wrap:anywhere]", unread && "font-medium")}>
          {/* A plain link: nothing is fetched, and so nothing read, before it is pressed. */}
          <a
            href={`/inbox/open/${id}`}
            data-key="open"
            className="before:absolute before:inset-0 hover:text-accent focus-visible:before:outline-2 focus-visible:before:-outline-offset-2"
          >
            {unread ? <span className="sr-only">{t("unread")} </span> : null}
            <NoticeSentence notice={notice} />
          </a>
        </p>
        {title === null ? null : (
          <p
            dir="auto"
            className="line-clamp-2 font-serif [overflow-wrap:anywhere] [text-align:match-parent]"
          >
            {title}
          </p>
        )}
        {words === null ? null : (
          <p
            dir="auto"
            className="line-clamp-2 text-sm text-ink-muted [overflow-wrap:anywhere] [text-align:match-parent]"
          >
            {words}
          </p>
        )}
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-muted">
          {community ? (
            <bdi className="max-w-full truncate font-medium text-accent">{community.name}</bdi>
          ) : (
            <span className="font-medium text-accent">{t("filters.journeys")}</span>
          )}
          <Moment value={at} now={now} />
          {kind === "journey_invitation" && journey?.starts_on ? <JourneyDates journey={journey} /> : null}
        </p>
        {kind === "journey_invitation" && journey ? (
          <div className="relative mt-1.5">
            <AnswerInvitation journey={journey.id} size="sm" />
          </div>
        ) : null}
      </div>
      {unread ? (
        <div className="relative shrink-0 self-start">
          <NoticeForm
            action="read"
            fields={{ id }}
            variant="quiet"
            square
            keyName="read"
            aria-label={t("readOne")}
            icon={<Check aria-hidden size={18} />}
          />
        </div>
      ) : null}
    </li>
  );
}
