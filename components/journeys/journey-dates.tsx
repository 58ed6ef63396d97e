import { useFormatter, useTranslations } from "next-intl";
import { wallTimeAsUtc } from "@/lib/events/wall-time";
import type { Journey } from "@/lib/journeys/schemas";

/** From when until when a journey goes. */
export function JourneyDates({ journey }: { journey: Pick<Journey, "starts_on" | "ends_on"> }) {
  const t = useTranslations("journeys");
  const format = useFormatter();
  const { starts_on: from, ends_on: until } = journey;
  if (!from) return <span>{t("noDates")}</span>;
  // No range of the formatter: server and browser set other spaces into it.
  const date = (day: string) =>
    format.dateTime(new Date(wallTimeAsUtc(`${day}T00:00`)), { dateStyle: "long", timeZone: "UTC" });
  return (
    <span data-figures>
      {until && until !== from ? t("span", { from: date(from), until: date(until) }) : date(from)}
    </span>
  );
}
