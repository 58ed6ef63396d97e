import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/load-more";
import type { EventPage } from "@/lib/events/queries";
import type { EventSide } from "@/lib/events/schemas";
import { EventCard } from "./event-card";

interface EventListProps {
  page: EventPage;
  side: EventSide;
  /** Whether this is not the first page. */
  continued: boolean;
  viewerZone: string | null;
  lang: string;
  /** Drawn where there is nothing. */
  island: string;
  member: boolean;
}

/** One page of events, with links to the next. */
export function EventList(props: EventListProps) {
  const { page, side, continued, viewerZone, lang, island, member } = props;
  const t = useTranslations("events");
  const base = side === "past" ? "/events?past&" : "/events?";
  if (page.items.length === 0) {
    const past = side === "past";
    const text = past ? t("emptyPastText") : t(member ? "emptyUpcomingText" : "emptyUpcomingVisitor");
    return (
      <div className="pt-6">
        <EmptyState
          title={t(past ? "emptyPast" : "emptyUpcoming")}
          text={text}
          island={island}
          action={
            member && !past ? (
              <LinkButton href="/events/new" variant="primary">
                {t("create")}
              </LinkButton>
            ) : undefined
          }
        />
      </div>
    );
  }
  return (
    <section aria-label={t(side)}>
      <ul>
        {page.items.map((event) => (
          <EventCard key={event.id} event={event} viewerZone={viewerZone} lang={lang} />
        ))}
      </ul>
      <Pager
        label={t("pages")}
        newer={
          continued ? { href: side === "past" ? "/events?past" : "/events", label: t("first") } : undefined
        }
        older={
          page.next
            ? { href: `${base}${new URLSearchParams({ after: page.next })}`, label: t("more") }
            : undefined
        }
      />
    </section>
  );
}
