import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { cookieSettings, pendingMailCookieName } from "./cookies";
import { MAIL_KINDS } from "./schemas";

const HOUR_SECONDS = 3600;

const pendingMailSchema = z.object({
  email: z.string().max(254),
  kind: z.enum(MAIL_KINDS),
  next: z.string().max(4096),
});

/** The mail that this browser waits for: to whom, what for, and where to go on to afterwards. */
export type PendingMail = z.infer<typeof pendingMailSchema>;

/** Keeps it in this browser for an hour, as long as the mail's link lives. */
export async function keepPendingMail(pending: PendingMail): Promise<void> {
  const value = Buffer.from(JSON.stringify(pending)).toString("base64url");
  (await cookies()).set(pendingMailCookieName(), value, cookieSettings(HOUR_SECONDS));
}

/** What this browser waits for; null for another browser, or when the hour is over. */
export async function readPendingMail(): Promise<PendingMail | null> {
  const value = (await cookies()).get(pendingMailCookieName())?.value;
  if (!value) return null;
  try {
    const parsed = pendingMailSchema.safeParse(JSON.parse(Buffer.from(value, "base64url").toString()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export async function forgetPendingMail(): Promise<void> {
  (await cookies()).set(pendingMailCookieName(), "", cookieSettings(0));
}
