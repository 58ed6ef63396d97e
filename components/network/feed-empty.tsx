import { useTranslations } from "next-intl";
import { EventWhen } from "@/components/events/event-when";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { EmptyFeed } from "@/lib/feed/unified-rules";
import type { UpcomingEvent } from "@/lib/feed/unified-schemas";
import { goPath } from "@/lib/tenants/directory-rules";
import type { MyCommunity } from "@/lib/tenants/directory-schemas";

const WORDS = {
  no_communities: {
    title: "feedNoneTitle",
    text: "feedNoneText",
    action: "feedNoneAction",
    href: "/communities",
  },
  quiet: { title: "feedQuietTitle", text: "feedQuietText", action: "feedNoneAction", href: "/communities" },
  quiet_choice: {
    title: "feedQuietChosenTitle",
    text: "feedQuietChosenText",
    action: "feedShowAll",
    href: "/feed",
  },
  no_mentions: {
    title: "feedNoMentionsTitle",
    text: "feedNoMentionsText",
    action: "feedShowAll",
    href: "/feed",
  },
  all_muted: {
    title: "feedMutedTitle",
    text: "feedMutedText",
    action: "feedNoneAction",
    href: "/communities",
  },
} as const;

interface FeedEmptyProps {
  why: EmptyFeed;
  /** What is on next in these communities. */
  upcoming: readonly UpcomingEvent[];
  communities: readonly MyCommunity[];
  viewerZone: string | null;
}

/** Why there is nothing to read, what is on next, and the way on. */
export function FeedEmpty({ why, upcoming, communities, viewerZone }: FeedEmptyProps) {
  const t = useTranslations("network");
  const { title, text, action, href } = WORDS[why];
  return (
    <div className="grid gap-8 pt-4">
      <EmptyState
        title={t(title)}
        text={t(text)}
        island={why}
        action={
          <LinkButton href={href} variant={why === "no_communities" ? "primary" : "outline"}>
            {t(action)}
          </LinkButton>
        }
      />
      {upcoming.length > 0 ? (
        <section className="grid gap-3">
          <h2 className="font-serif text-title-sm tracking-title">{t("feedUpcoming")}</h2>
          <ul className="grid gap-4">
            {upcoming.map((event) => (
              <Upcoming
                key={event.id}
                event={event}
                community={communities.find(({ id }) => id === event.tenant_id)}
                viewerZone={viewerZone}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

interface UpcomingProps {
  event: UpcomingEvent;
  community: MyCommunity | undefined;
  viewerZone: string | null;
}

function Upcoming({ event, community, viewerZone }: UpcomingProps) {
  if (!community) return null;
  return (
    <li className="grid gap-1">
      <a
        href={goPath(community.slug, `/events/${event.id}`)}
        dir="auto"
        lang={community.locale}
        className="font-medium hover:text-accent [overflow-wrap:anywhere]"
      >
        {event.title}
      </a>
      <EventWhen event={event} viewerZone={viewerZone} />
      <p className="text-sm text-ink-muted">
        <bdi>{community.name}</bdi>
      </p>
    </li>
  );
}
