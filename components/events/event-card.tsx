import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { MapPin, Video } from "@/components/ui/icons";
import { placeOf } from "@/lib/events/places";
import type { EventSummary } from "@/lib/events/schemas";
import { wallTimeAsUtc } from "@/lib/events/wall-time";
import { EventWhen } from "./event-when";

interface EventCardProps {
  event: EventSummary;
  viewerZone: string | null;
  /** BCP 47 tag of what people write here, where the event does not say another. */
  lang: string;
}

/** An event in a list: the leaf of its day, what it is, when and where. */
export function EventCard({ event, viewerZone, lang }: EventCardProps) {
  const t = useTranslations("events");
  const cancelled = event.cancelled_at !== null;
  return (
    <li className="relative grid grid-cols-[3.5rem_minmax(0,1fr)] gap-4 border-b border-line py-5">
      <DayLeaf wall={event.starts_local} />
      <div className="grid content-start gap-1.5">
        <h3
          dir="auto"
          lang={event.locale ?? lang}
          className="font-serif text-title-sm font-medium tracking-title [overflow-wrap:anywhere]"
        >
          <Link
            href={`/events/${event.id}`}
            prefetch={false}
            className={`after:absolute after:inset-0 hover:text-accent ${cancelled ? "line-through" : ""}`}
          >
            {event.title}
          </Link>
        </h3>
        <EventWhen event={event} viewerZone={viewerZone} />
        <EventPlace event={event} />
        {cancelled || event.visibility === "members" ? (
          <p className="flex flex-wrap gap-2">
            {cancelled ? <Badge tone="danger">{t("cancelled")}</Badge> : null}
            {event.visibility === "members" ? <Badge>{t("membersOnly")}</Badge> : null}
          </p>
        ) : null}
      </div>
    </li>
  );
}

function DayLeaf({ wall }: { wall: string }) {
  const format = useFormatter();
  const day = new Date(wallTimeAsUtc(wall));
  return (
    <div
      aria-hidden
      className="grid h-fit justify-items-center overflow-hidden rounded-control border border-line bg-surface-raised pb-1.5"
    >
      <span className="w-full bg-accent-soft py-0.5 text-center text-xs font-medium text-accent">
        {format.dateTime(day, { month: "short", timeZone: "UTC" })}
      </span>
      <span data-figures className="pt-1 font-serif text-title leading-none">
        <Count value={day.getUTCDate()} />
      </span>
    </div>
  );
}

/** Where an event is, in the words of its organiser. */
export function EventPlace({ event }: { event: Parameters<typeof placeOf>[0] }) {
  const t = useTranslations("events");
  const place = placeOf(event);
  const Icon = event.online ? Video : MapPin;
  if (!event.online && place === "") return null;
  return (
    <p className="flex items-start gap-1.5 text-sm text-ink-muted">
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0" />
      <span className="[overflow-wrap:anywhere]">
        {event.online ? t("online") : null}
        {event.online && place ? " · " : null}
        {place ? <bdi>{place}</bdi> : null}
      </span>
    </p>
  );
}
