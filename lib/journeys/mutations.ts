import "server-only";
import { z } from "zod";
import type { ViewerContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/uuid";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import type { ChangeActivity, ChangeJourney, NewActivity, NewJourney } from "./inputs";
import { type Activity, activitySchema, type Journey, journeySchema } from "./schemas";

type Planner = Pick<ViewerContext, "db">;

/** Saved, or what stands there now because somebody else was faster; null where they took it out. */
export type Saved<T> = { outcome: "saved"; row: T } | { outcome: "conflict"; row: T | null };

const savedActivitySchema = z.object({
  outcome: z.enum(["saved", "conflict"]),
  activity: activitySchema.nullable(),
});
const savedJourneySchema = z.object({ outcome: z.enum(["saved", "conflict"]), journey: journeySchema });

function savedActivity({ outcome, activity }: z.infer<typeof savedActivitySchema>): Saved<Activity> {
  return outcome === "saved" && activity
    ? { outcome, row: activity }
    : { outcome: "conflict", row: activity };
}

/** Begins a journey. Repeating it with the same id changes nothing. Returns its id. */
export async function createJourney(
  { db }: Planner,
  { activities, ...journey }: NewJourney,
): Promise<{ id: string }> {
  const id = await unwrapAs(
    z.uuid(),
    db.rpc("create_journey", { p_journey: journey, p_activities: activities }),
  );
  return { id };
}

/**
 * Begins a journey from an export. One that is here already stays as it is; where its id is somebody else's, it gets
 * another. Returns its id.
 */
export async function takeInJourney(ctx: Planner, journey: NewJourney): Promise<{ id: string }> {
  try {
    return await createJourney(ctx, journey);
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== "already_exists") throw error;
    return createJourney(ctx, { ...journey, id: newId() });
  }
}

/** Changes what stands above a journey, unless somebody did so since `version`. */
export async function changeJourney(
  { db }: Planner,
  { id, version, changes }: ChangeJourney,
): Promise<Saved<Journey>> {
  const { outcome, journey } = await unwrapAs(
    savedJourneySchema,
    db.rpc("change_journey", { p_journey: id, p_version: version, p_changes: changes }),
  );
  return { outcome, row: journey };
}

/** Ends a journey for everybody on it, with all that is in it. */
export async function deleteJourney({ db }: Planner, { id }: { id: string }): Promise<void> {
  await unwrap(db.rpc("delete_journey", { p_journey: id }));
}

/** A journey of one's own like this one; with `starts_on` every time moves along. Returns its id. */
export async function duplicateJourney(
  { db }: Planner,
  input: { id: string; title: string; starts_on?: string; as_template?: boolean },
): Promise<{ id: string }> {
  const id = await unwrapAs(
    z.uuid(),
    db.rpc("duplicate_journey", {
      p_journey: input.id,
      p_id: newId(),
      p_title: input.title,
      p_starts_on: input.starts_on ?? null,
      p_as_template: input.as_template ?? false,
    }),
  );
  return { id };
}

/** Adds activities, all or none. Throws `not_found` where one comes from what the viewer may not read. */
export async function addActivities(
  { db }: Planner,
  { journey, activities }: { journey: string; activities: readonly NewActivity[] },
): Promise<Activity[]> {
  return unwrapAs(
    z.array(activitySchema),
    db.rpc("add_activities", { p_journey: journey, p_rows: [...activities] }),
  );
}

/** Changes an activity, unless somebody did so since `version`. */
export async function changeActivity(
  { db }: Planner,
  { journey, id, version, changes }: ChangeActivity,
): Promise<Saved<Activity>> {
  return savedActivity(
    await unwrapAs(
      savedActivitySchema,
      db.rpc("change_activity", {
        p_journey: journey,
        p_activity: id,
        p_version: version,
        p_changes: changes,
      }),
    ),
  );
}

/** Takes over what an event says now. */
export async function followSource(
  { db }: Planner,
  { journey, id, version }: { journey: string; id: string; version: number },
): Promise<Saved<Activity>> {
  return savedActivity(
    await unwrapAs(
      savedActivitySchema,
      db.rpc("follow_source", { p_journey: journey, p_activity: id, p_version: version }),
    ),
  );
}

/** Takes an activity out, or puts it back; for a month it can come back. Null while it is out. */
export async function removeActivity(
  { db }: Planner,
  { journey, id, back = false }: { journey: string; id: string; back?: boolean },
): Promise<Activity | null> {
  return unwrapAs(
    activitySchema.nullable(),
    db.rpc("remove_activity", { p_journey: journey, p_activity: id, p_back: back }),
  );
}
