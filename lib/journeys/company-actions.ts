"use server";

import { refresh } from "next/cache";
import { sendOn } from "@/lib/actions/send-on";
import { withViewer } from "@/lib/actions/with-viewer";
import {
  answerInvitation,
  closeCalendar,
  commentJourney,
  inviteByName,
  inviteToJourney,
  joinJourney,
  openCalendar,
  removeJourneyComment,
  revokeJourneyInvite,
  setCompanion,
  voteActivity,
  withdrawInvitation,
} from "./company";
import {
  answerInput,
  calendarInput,
  commentInput,
  companionInput,
  inviteByNameInput,
  inviteInput,
  joinInput,
  revokeInviteInput,
  voteInput,
  withdrawInput,
} from "./company-schemas";

export const inviteToJourneyAction = withViewer({
  input: inviteInput,
  run: async (ctx, input) => {
    const made = await inviteToJourney(ctx, input);
    refresh();
    return made;
  },
});

export const revokeJourneyInviteAction = withViewer({
  input: revokeInviteInput,
  run: async (ctx, input) => {
    await revokeJourneyInvite(ctx, input);
    refresh();
  },
});

/** Takes an invitation and leads to the journey. */
export const joinJourneyAction = withViewer({
  input: joinInput,
  run: async (ctx, { code }) => sendOn(`/journeys/${await joinJourney(ctx, code)}`),
});

export const inviteByNameAction = withViewer({
  input: inviteByNameInput,
  run: async (ctx, input) => {
    await inviteByName(ctx, input);
    refresh();
  },
});

export const withdrawInvitationAction = withViewer({
  input: withdrawInput,
  run: async (ctx, input) => {
    await withdrawInvitation(ctx, input);
    refresh();
  },
});

/** Answers an invitation by name: a yes leads to the journey, a no back to the inbox. */
export const answerInvitationAction = withViewer({
  input: answerInput,
  run: async (ctx, input) =>
    sendOn((await answerInvitation(ctx, input)) ? `/journeys/${input.journey}` : "/inbox"),
});

export const setCompanionAction = withViewer({
  input: companionInput,
  run: async (ctx, input) => {
    await setCompanion(ctx, input);
    refresh();
  },
});

/** Takes oneself off a journey and leads to the list. */
export const leaveJourneyAction = withViewer({
  input: calendarInput,
  run: async (ctx, { journey }) => {
    await setCompanion(ctx, { journey, person: ctx.viewer.id });
    return sendOn("/journeys?show=shared");
  },
});

export const voteAction = withViewer({ input: voteInput, run: voteActivity });

export const commentJourneyAction = withViewer({
  input: commentInput,
  run: async (ctx, input) => {
    await commentJourney(ctx, input);
    refresh();
  },
});

export const removeJourneyCommentAction = withViewer({
  input: revokeInviteInput,
  run: async (ctx, input) => {
    await removeJourneyComment(ctx, input);
    refresh();
  },
});

export const openCalendarAction = withViewer({
  input: calendarInput,
  run: async (ctx, input) => {
    const opened = await openCalendar(ctx, input);
    refresh();
    return opened;
  },
});

export const closeCalendarAction = withViewer({
  input: calendarInput,
  run: async (ctx, input) => {
    await closeCalendar(ctx, input);
    refresh();
  },
});
