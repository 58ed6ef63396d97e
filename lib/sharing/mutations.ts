import "server-only";
import { z } from "zod";
import { describeError, toAppError } from "@/lib/actions/errors";
import { AppError } from "@/lib/errors/app-error";
import type { Db } from "@/lib/supabase/client";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import { SHARE_STATES } from "./choices";
import type { AnswerShareInput, ConsentGap, ShareAnswer, SharePostInput, ShareResult } from "./schemas";

interface Writer {
  db: Db;
  requestId: string;
}

const DAY_MS = 86_400_000;
const outcomeSchema = z.object({ id: z.uuid(), state: z.enum(SHARE_STATES) });

function consentGap(error: AppError, given: number | undefined): ConsentGap | null {
  if (error.reason !== "consent_changed") return null;
  return given === undefined ? "consent_needed" : "consent_changed";
}

async function shareInto(db: Db, target: string, input: SharePostInput) {
  return unwrapAs(
    outcomeSchema,
    db.rpc("share_post", {
      p_tenant: input.tenant,
      p_post: input.post,
      p_target: target,
      p_scope: input.scope,
      p_consent: input.consent ?? null,
      p_locale: input.locale,
      p_expires: input.days === 0 ? null : new Date(Date.now() + input.days * DAY_MS).toISOString(),
      p_note: input.note,
      p_via: input.via ?? null,
    }),
  );
}

/**
 * Brings a post into others of one's communities: an author agrees with it, anybody else asks the author. Each community
 * is tried by itself, and what stands in the way of one does not hinder the others; without consent none is.
 */
export async function sharePost({ db, requestId }: Writer, input: SharePostInput): Promise<ShareAnswer> {
  const { target: targets, scope, days, note } = input;
  const chosen = { target: targets, scope, days, note };
  const results: ShareResult[] = [];
  for (const target of targets) {
    try {
      results.push({ target, ...(await shareInto(db, target, input)) });
    } catch (cause) {
      const error = toAppError(cause);
      const again = consentGap(error, input.consent);
      if (again) return { again, results, chosen };
      const { reason, message } = await describeError(error, requestId);
      results.push({ target, refused: { reason, message } });
    }
  }
  return { again: null, results, chosen };
}

/** Says yes or no to somebody who asked to share one's post. */
export async function answerShare(
  { db }: Writer,
  input: AnswerShareInput,
): Promise<{ again: ConsentGap | null }> {
  try {
    await unwrap(
      db.rpc("answer_share", {
        p_tenant: input.tenant,
        p_share: input.share,
        p_accept: input.accept,
        p_consent: input.consent ?? null,
        p_locale: input.locale,
      }),
    );
    return { again: null };
  } catch (error) {
    const again = error instanceof AppError ? consentGap(error, input.consent) : null;
    if (again) return { again };
    throw error;
  }
}

/**
 * Takes a post back from a community: its author and the moderators of its home, or those of the other community out of
 * theirs; or a question, by whoever asked. `tenant` is the community that one acts for. Twice is once.
 */
export async function revokeShare(
  { db }: Pick<Writer, "db">,
  { tenant, share, reason = "" }: { tenant: string; share: string; reason?: string },
): Promise<void> {
  await unwrap(db.rpc("revoke_share", { p_tenant: tenant, p_share: share, p_reason: reason || null }));
}
