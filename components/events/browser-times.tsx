"use client";

import { useFormatter, useTranslations } from "next-intl";
import { startTransition, useEffect, useState } from "react";
import { differsFromVenue, type Timed, type Told, tellWhen } from "@/lib/events/tell-when";
import { EventTimes } from "./event-times";

interface BrowserTimesProps {
  event: Timed;
  venue: Told;
}

/**
 * For readers who chose no zone: the clock at the venue, and their browser's where it shows other times.
 * Formats nothing unless they differ: a browser's first date costs it more than all the rest of an event.
 */
export function BrowserTimes({ event, venue }: BrowserTimesProps) {
  const t = useTranslations("events");
  const format = useFormatter();
  const [zone, setZone] = useState<string | null>(null);
  const { starts_at, ends_at, time_zone, online } = event;
  useEffect(() => {
    const found = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (found === time_zone || !differsFromVenue({ starts_at, ends_at, time_zone, online }, found)) return;
    startTransition(() => setZone(found));
  }, [starts_at, ends_at, time_zone, online]);
  const own = zone ? tellWhen(event, zone, format, (town) => t("zone", { town })) : null;
  const [first, second] = own && online ? [own, venue] : [venue, own];
  return <EventTimes startsAt={starts_at} first={first} second={second} />;
}
