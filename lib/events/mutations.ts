import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/uuid";
import type { Database } from "@/lib/supabase/database.types";
import { unwrap } from "@/lib/supabase/result";
import { unwrapRows } from "@/lib/supabase/rows";
import { findSkipped, wallSpanOf } from "./rules";
import type { CreateEventInput, EventOutcome } from "./schemas";

type EventInsert = Database["public"]["Tables"]["events"]["Insert"];

/** The moments follow from wall times and zone by trigger: required by the type, granted to nobody. */
function withoutMoments(row: Omit<EventInsert, "starts_at" | "ends_at">): EventInsert {
  return row as EventInsert;
}

async function isMine({ db, tenant, viewer }: MemberContext, id: string): Promise<boolean> {
  const found = await unwrapRows(
    db.from("events").select("id").eq("tenant_id", tenant.id).eq("id", id).eq("organizer_id", viewer.id),
  );
  return found.length > 0;
}

/** Writes an event. Sent again with the id it was sent with before, it is still one event. */
export async function createEvent(ctx: MemberContext, form: CreateEventInput): Promise<EventOutcome> {
  const span = wallSpanOf(form);
  const skipped = form.all_day ? null : findSkipped(span, form.time_zone);
  if (skipped) return { outcome: "skipped_time", ...skipped };
  if (form.visibility === "public" && ctx.tenant.privacy !== "public") {
    throw new AppError("invalid", "check_fields", { fields: { visibility: "not_accepted" } });
  }
  const { id = newId(), title, description, visibility, time_zone, url, venue, city, country } = form;
  const what = { title, description, visibility, time_zone, url, venue, city, country, ...span };
  const flags = { all_day: form.all_day === "on", online: form.online === "on", locale: ctx.tenant.locale };
  const who = { tenant_id: ctx.tenant.id, organizer_id: ctx.viewer.id };
  try {
    await unwrap(ctx.db.from("events").insert(withoutMoments({ id, ...who, ...what, ...flags })));
  } catch (error) {
    const again = error instanceof AppError && error.reason === "already_exists";
    if (!again || !(await isMine(ctx, id))) throw error;
  }
  return { outcome: "created", id };
}
