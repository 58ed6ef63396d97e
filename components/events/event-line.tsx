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
  const { city, country, online } = event;
  const place = city && country ? t("cityCountry", { city, country }) : (city ?? country);
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
      {online || place ? <p className="text-sm text-ink-muted">{online ? t("online") : place}</p> : null}
    </div>
  );
}
