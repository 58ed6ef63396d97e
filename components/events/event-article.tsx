import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Markdown } from "@/components/markdown";
import { Badge } from "@/components/ui/badge";
import { buttonClasses } from "@/components/ui/button-classes";
import { CalendarDays, ExternalLink, Route } from "@/components/ui/icons";
import { hostOf } from "@/lib/events/places";
import type { EventDetail } from "@/lib/events/schemas";
import { EventPlace } from "./event-card";
import { EventWhen } from "./event-when";

interface EventArticleProps {
  event: EventDetail;
  viewerZone: string | null;
  lang: string;
  /** Whether everybody may see it, and so take it to their calendar. */
  open: boolean;
  /** Where a member adds it to a journey, on the network's host. */
  journeysUrl: string | null;
}

/** An event to read: when, where, what, and where to go on. */
export function EventArticle({
  event,
  viewerZone,
  lang: communityLang,
  open,
  journeysUrl,
}: EventArticleProps) {
  const t = useTranslations("events");
  const format = useFormatter();
  const lang = event.locale ?? communityLang;
  return (
    <article className="grid grid-cols-1 gap-6">
      <p>
        <Link href="/events" className="text-sm text-ink-muted hover:text-ink">
          {t("back")}
        </Link>
      </p>
      <div className="grid gap-3">
        {event.cancelled_at ? (
          <p>
            <Badge tone="danger">{t("cancelled")}</Badge>
          </p>
        ) : null}
        <h1
          dir="auto"
          lang={lang}
          className="font-serif text-title-lg font-medium tracking-title [overflow-wrap:anywhere] sm:text-title-xl"
        >
          {event.title}
        </h1>
      </div>
      <dl className="grid gap-4 border-y border-line py-5">
        <Fact term={t("time")}>
          <EventWhen event={event} viewerZone={viewerZone} />
        </Fact>
        <Fact term={t("place")}>
          <EventPlace event={event} />
        </Fact>
        {event.call_for_proposals_until ? (
          <Fact term={t("callTerm")}>
            {t("callUntil", {
              date: format.dateTime(new Date(`${event.call_for_proposals_until}T00:00:00Z`), {
                dateStyle: "long",
                timeZone: "UTC",
              }),
            })}
          </Fact>
        ) : null}
      </dl>
      {event.description.trim() ? (
        <Markdown source={event.description} lang={lang} idPrefix="event-" />
      ) : null}
      <p className="flex flex-wrap gap-3 empty:hidden">
        {event.url ? (
          <a
            href={event.url}
            rel="noopener noreferrer nofollow ugc"
            target="_blank"
            className={buttonClasses({ variant: "primary" })}
          >
            <ExternalLink aria-hidden size={18} />
            {t("website")}
            <span className="font-normal opacity-90">{hostOf(event.url)}</span>
          </a>
        ) : null}
        {open ? (
          <a href={`/events/${event.id}/event.ics`} className={buttonClasses({ variant: "outline" })}>
            <CalendarDays aria-hidden size={18} />
            {t("addToCalendar")}
          </a>
        ) : null}
        {journeysUrl ? (
          <a href={journeysUrl} className={buttonClasses({ variant: "outline" })}>
            <Route aria-hidden size={18} />
            {t("addToJourney")}
          </a>
        ) : null}
      </p>
    </article>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 sm:grid-cols-[8rem_1fr]">
      <dt className="text-sm text-ink-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
