import "server-only";
import { hashSecret } from "@/lib/auth/secrets";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { writeJourneyCalendar } from "./calendar-file";
import { getJourney } from "./queries";
import type { Untitled } from "./rules";
import { journeyPageSchema } from "./schemas";

const calendarSchema = journeyPageSchema.pick({ journey: true, activities: true }).nullable();

/** A journey as a calendar file: by the key of a secret address, else as whoever asks sees it; null for neither. */
export async function getJourneyCalendar(
  db: Db,
  { id, key }: { id: string; key?: string },
  words: Readonly<Record<Untitled, string>>,
): Promise<string | null> {
  const found = key
    ? await unwrapAs(
        calendarSchema,
        db.rpc("journey_calendar", { p_journey: id, p_key_hash: hashSecret(key) }),
      )
    : await getJourney(db, id);
  return found && writeJourneyCalendar(found, words);
}
