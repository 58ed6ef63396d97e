import "server-only";
import { getTranslations } from "next-intl/server";
import { AppError } from "@/lib/errors/app-error";
import { EXAMPLES } from "./example-plans";
import type { NewJourney } from "./inputs";
import { shiftWall, todayIn } from "./rules";

const SATURDAY = 6;

/** The first Saturday after a date (`YYYY-MM-DD`). */
export function nextSaturday(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return shiftWall(`${date}T00:00`, ((SATURDAY - weekday + 7) % 7 || 7) * 1440).slice(0, 10);
}

/** An example as a journey to begin, in the reader's language, from next Saturday on. Throws `not_found`. */
export async function findExample(name: string, zone: string, now = Date.now()): Promise<NewJourney> {
  const plan = EXAMPLES.find((one) => one.name === name);
  if (!plan) throw new AppError("not_found", "missing");
  const t = await getTranslations("examples");
  const text = (key: string) => t(`${plan.name}.${key}` as Parameters<typeof t>[0]);
  const first = nextSaturday(todayIn(zone, now));
  const dayAt = (day: number) => shiftWall(`${first}T00:00`, day * 1440).slice(0, 10);
  return {
    title: text("title"),
    time_zone: zone,
    starts_on: first,
    ends_on: dayAt(plan.days - 1),
    activities: plan.activities.map((one) => ({
      kind: "free" as const,
      title: text(one.key),
      ...("day" in one
        ? { starts_local: `${dayAt(one.day)}T${one.from}`, ends_local: `${dayAt(one.day)}T${one.until}` }
        : { state: one.state }),
    })),
  };
}
