import Link from "next/link";
import { useTranslations } from "next-intl";
import type { EventLine as Line } from "@/lib/tenants/home-schemas";
import { EventWhen } from "./event-when";

/** An event in one line: what, when, where. */
export function EventLine({
  event,
  viewerZone,
  lang,
}: {
  event: Line;
  viewerZone: string | null;
  lang: string;
}) {
  const t = useTranslations("events");
  const place = event.online ? t("online") : [event.city, event.country].filter(Boolean).join(", ");
  return (
    <div className="grid gap-1">
      <Link
        href={`/events/${event.id}`}
        prefetch={false}
        dir="auto"
        lang={lang}
        className="font-medium hover:text-accent [overflow-wrap:anywhere]"
      >
        {event.title}
      </Link>
      <EventWhen event={event} viewerZone={viewerZone} />
      {place ? <p className="text-sm text-ink-muted">{place}</p> : null}
    </div>
  );
}
