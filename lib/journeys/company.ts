import "server-only";
import { z } from "zod";
import type { ViewerContext } from "@/lib/actions/contexts";
import { hashSecret, newSecret } from "@/lib/auth/secrets";
import type { Db } from "@/lib/supabase/client";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import { networkUrl } from "@/lib/tenancy/links";
import {
  type CommentInput,
  type CompanionChoice,
  type CompanionInput,
  companionChoicesSchema,
  type InviteByNameInput,
  type InviteInput,
  invitationSchema,
  type JourneyInvitation,
} from "./company-schemas";
import { type Activity, activitySchema } from "./schemas";

type Traveller = Pick<ViewerContext, "db">;

/** Makes a link that lets people onto a journey. Only here can it be read: the database keeps its hash. */
export async function inviteToJourney(
  { db }: Traveller,
  { journey, role, days }: InviteInput,
): Promise<{ url: string; until: string }> {
  const code = newSecret();
  const until = await unwrap(
    db.rpc("invite_to_journey", {
      p_journey: journey,
      p_code_hash: hashSecret(code),
      p_role: role,
      p_days: days,
    }),
  );
  return { url: networkUrl(`/journeys/join/${code}`), until: String(until) };
}

/** Ends a link. */
export async function revokeJourneyInvite(
  { db }: Traveller,
  { journey, id }: { journey: string; id: string },
): Promise<void> {
  await unwrap(db.rpc("revoke_journey_invite", { p_journey: journey, p_invite: id }));
}

/** What a link shows; null where it does not work. */
export async function getJourneyInvitation(db: Db, code: string): Promise<JourneyInvitation> {
  return unwrapAs(invitationSchema, db.rpc("journey_invitation", { p_code_hash: hashSecret(code) }));
}

/** Takes a link and gives the journey. Throws `not_found` where it does not work. */
export async function joinJourney({ db }: Traveller, code: string): Promise<string> {
  return unwrapAs(z.uuid(), db.rpc("join_journey", { p_code_hash: hashSecret(code) }));
}

/** Members of one's communities whose name begins with `q`, two letters or more; for the owner of the journey. */
export async function findCompanions(db: Db, journey: string, q: string): Promise<CompanionChoice[]> {
  return unwrapAs(companionChoicesSchema, db.rpc("companion_choices", { p_journey: journey, p_query: q }));
}

/** Invites somebody by name, who hears of it in their inbox. Twice is once. */
export async function inviteByName(
  { db }: Traveller,
  { journey, person, role }: InviteByNameInput,
): Promise<void> {
  await unwrap(db.rpc("invite_companion", { p_journey: journey, p_person: person, p_role: role }));
}

/** Takes back an invitation that has not been answered. Twice is once. */
export async function withdrawInvitation(
  { db }: Traveller,
  { journey, person }: { journey: string; person: string },
): Promise<void> {
  await unwrap(db.rpc("withdraw_companion", { p_journey: journey, p_person: person }));
}

/** The invitation to a journey that stands open for whoever asks; null where there is none (any more). */
export async function getInvitationToMe(db: Db, journey: string): Promise<JourneyInvitation> {
  return unwrapAs(invitationSchema, db.rpc("invitation_to_me", { p_journey: journey }));
}

/** Answers it. Tells whether one is on the journey now. Throws `not_found` where there is none (any more). */
export async function answerInvitation(
  { db }: Traveller,
  { journey, answer }: { journey: string; answer: "yes" | "no" },
): Promise<boolean> {
  return unwrapAs(
    z.boolean(),
    db.rpc("answer_companion", { p_journey: journey, p_accept: answer === "yes" }),
  );
}

/** Gives a companion another role, or takes them off; one may take off oneself. */
export async function setCompanion(
  { db }: Traveller,
  { journey, person, role }: CompanionInput,
): Promise<void> {
  await unwrap(db.rpc("set_companion", { p_journey: journey, p_person: person, p_role: role ?? null }));
}

/** Votes for or against an activity, or takes the vote back. */
export async function voteActivity(
  { db }: Traveller,
  { journey, id, vote }: { journey: string; id: string; vote: 1 | -1 | null },
): Promise<Activity> {
  return unwrapAs(
    activitySchema,
    db.rpc("vote_activity", { p_journey: journey, p_activity: id, p_vote: vote }),
  );
}

/** Says something about a journey or one activity. */
export async function commentJourney({ db }: Traveller, input: CommentInput): Promise<void> {
  await unwrap(
    db.rpc("comment_journey", {
      p_journey: input.journey,
      p_id: input.id,
      p_body: input.body,
      p_activity: input.activity ?? null,
    }),
  );
}

/** Removes a comment: one's own, or any on one's own journey. */
export async function removeJourneyComment(
  { db }: Traveller,
  { journey, id }: { journey: string; id: string },
): Promise<void> {
  await unwrap(db.rpc("remove_journey_comment", { p_journey: journey, p_comment: id }));
}

/** Opens one's calendar of a journey at a new secret address, which ends the one before. */
export async function openCalendar(
  { db }: Traveller,
  { journey }: { journey: string },
): Promise<{ url: string }> {
  const key = newSecret();
  await unwrap(db.rpc("set_journey_calendar", { p_journey: journey, p_key_hash: hashSecret(key) }));
  return { url: networkUrl(`/journeys/${journey}/calendar.ics?key=${key}`) };
}

/** Closes it: the address answers nothing any more. */
export async function closeCalendar({ db }: Traveller, { journey }: { journey: string }): Promise<void> {
  await unwrap(db.rpc("set_journey_calendar", { p_journey: journey, p_key_hash: null }));
}
