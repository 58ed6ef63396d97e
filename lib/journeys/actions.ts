"use server";

import { z } from "zod";
import { sendOn } from "@/lib/actions/send-on";
import { withViewer } from "@/lib/actions/with-viewer";
import { findExample } from "./examples";
import {
  activityIdSchema,
  changeActivitySchema,
  changeJourneySchema,
  journeyIdSchema,
  newActivitySchema,
  newJourneyForm,
  newJourneySchema,
} from "./inputs";
import {
  addActivities,
  changeActivity,
  changeJourney,
  createJourney,
  deleteJourney,
  duplicateJourney,
  followSource,
  removeActivity,
  takeInJourney,
} from "./mutations";

/** Begins a journey and leads to it. */
export const createJourneyAction = withViewer({
  input: newJourneyForm,
  run: async (ctx, input) => {
    const { id } = await createJourney(ctx, { ...input, activities: [] });
    return sendOn(`/journeys/${id}`);
  },
});

/** Begins a journey from an example, in the reader's language, and leads to it. */
export const startExampleAction = withViewer({
  input: z.strictObject({ example: z.string().max(40), time_zone: z.string().max(100).optional() }),
  run: async (ctx, { example, time_zone }) => {
    const zone = ctx.viewer.time_zone ?? (time_zone || "UTC");
    const { id } = await createJourney(ctx, await findExample(example, zone));
    return sendOn(`/journeys/${id}`);
  },
});

/** Begins a journey from an export. */
export const takeInJourneyAction = withViewer({ input: newJourneySchema, run: takeInJourney });

export const changeJourneyAction = withViewer({ input: changeJourneySchema, run: changeJourney });

/** Ends a journey and leads to the list. */
export const deleteJourneyAction = withViewer({
  input: journeyIdSchema,
  run: async (ctx, input) => {
    await deleteJourney(ctx, input);
    return sendOn("/journeys");
  },
});

/** A journey like this one, and leads to it. */
export const duplicateJourneyAction = withViewer({
  input: z.strictObject({
    id: z.uuid(),
    title: z.string().trim().min(1).max(200),
    starts_on: z.union([z.literal(""), z.iso.date()]).optional(),
    as_template: z.literal("on").optional(),
  }),
  run: async (ctx, { id, title, starts_on, as_template }) => {
    const made = await duplicateJourney(ctx, {
      id,
      title,
      starts_on: starts_on || undefined,
      as_template: as_template === "on",
    });
    return sendOn(`/journeys/${made.id}`);
  },
});

export const addActivitiesAction = withViewer({
  input: z.strictObject({ journey: z.uuid(), activities: z.array(newActivitySchema).min(1).max(500) }),
  run: addActivities,
});

/** Puts an event of a community into a journey, and leads there. */
export const addEventAction = withViewer({
  input: z.strictObject({ journey: z.uuid(), community: z.uuid(), event: z.uuid() }),
  run: async (ctx, { journey, community, event }) => {
    await addActivities(ctx, {
      journey,
      activities: [{ kind: "event", source_tenant_id: community, source_id: event }],
    });
    return sendOn(`/journeys/${journey}`);
  },
});

export const changeActivityAction = withViewer({ input: changeActivitySchema, run: changeActivity });

export const removeActivityAction = withViewer({
  input: activityIdSchema.extend({ back: z.boolean().optional() }),
  run: removeActivity,
});

export const followSourceAction = withViewer({
  input: activityIdSchema.extend({ version: z.number().int() }),
  run: followSource,
});
