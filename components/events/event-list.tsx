import { CalendarX2, Globe, MapPin } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { EventSummary } from "@/lib/events/schemas";
import { EventWhen } from "./event-when";

interface EventListProps {
  events: readonly EventSummary[];
  viewerZone: string | null;
  /** Language of the community, for events that name none. */
  lang: string;
  /** Whether anybody may read here, so that what is for members alone deserves a word. */
  isPublic: boolean;
}

/** Where an event is, in one line; empty where nobody said. */
export function placeOf({ venue, city, country }: Pick<EventSummary, "venue" | "city" | "country">): string {
  return [venue, city, country].filter(Boolean).join(", ");
}

/** Events one below the other: what, when, where. */
export function EventList({ events, viewerZone, lang, isPublic }: EventListProps) {
  return (
    <ul className="divide-y divide-line">
      {events.map((event) => (
        <li key={event.id}>
          <EventRow event={event} viewerZone={viewerZone} lang={lang} isPublic={isPublic} />
        </li>
      ))}
    </ul>
  );
}

function EventRow({
  event,
  viewerZone,
  lang,
  isPublic,
}: Omit<EventListProps, "events"> & { event: EventSummary }) {
  const t = useTranslations("events");
  const place = placeOf(event);
  return (
    <article className="relative grid gap-2 py-5">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5">
        <h2 className="min-w-0 font-serif text-title-sm tracking-title [overflow-wrap:anywhere]" dir="auto">
          <Link
            href={`/events/${event.id}`}
            prefetch={false}
            lang={event.locale ?? lang}
            className="after:absolute after:inset-0 hover:text-accent"
          >
            {event.title}
          </Link>
        </h2>
        {event.cancelled_at ? (
          <Badge tone="danger" icon={<CalendarX2 aria-hidden size={14} />}>
            {t("cancelled")}
          </Badge>
        ) : null}
        {isPublic && event.visibility === "members" ? <Badge>{t("membersOnly")}</Badge> : null}
      </div>
      <div className="text-[0.9375rem]">
        <EventWhen event={event} viewerZone={viewerZone} />
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-muted">
        {event.online ? (
          <span className="flex items-center gap-1.5">
            <Globe aria-hidden size={16} strokeWidth={1.75} />
            {t("online")}
          </span>
        ) : null}
        {place ? (
          <span className="flex items-center gap-1.5" dir="auto">
            <MapPin aria-hidden size={16} strokeWidth={1.75} />
            {place}
          </span>
        ) : null}
      </p>
    </article>
  );
}
