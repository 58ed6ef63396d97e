import type { Ticket } from "./schemas";

/**
 * Whether a topic is heard. `live`: from now on nothing is missed, so this is the moment to fetch what came before it,
 * the first time and after every loss. `lost`: not at present; it comes back by itself. `denied`: not open to this
 * person, or no more.
 */
export type LiveState = "live" | "lost" | "denied";

/** What realtime-js says of a channel. */
export type ChannelStatus = "SUBSCRIBED" | "TIMED_OUT" | "CLOSED" | "CHANNEL_ERROR";

/** What is to be done: nothing (realtime-js tries again), ask for a new token, join anew, or no more. */
export type NextStep = "wait" | "renew" | "reopen" | "give_up";

const REOPEN_MS = [1_000, 2_000, 5_000, 10_000];
const LONGEST_MS = 30_000;
/** Hidden tabs are woken once a minute: a token must outlast two such turns. */
const MARGIN_SECONDS = 120;

/** What a channel's status means, with the reason that came with it. Pure. */
export function judgeStatus(status: ChannelStatus, reason = ""): { state: LiveState; next: NextStep } {
  if (status === "SUBSCRIBED") return { state: "live", next: "wait" };
  if (status === "CLOSED") return { state: "lost", next: "reopen" };
  if (status === "CHANNEL_ERROR" && reason.includes("permissions to read"))
    return { state: "denied", next: "give_up" };
  if (status === "CHANNEL_ERROR" && /JWT|token/i.test(reason)) return { state: "lost", next: "renew" };
  return { state: "lost", next: "wait" };
}

/** What a refused ticket means, by the code of our API's answer. Pure. */
export function judgeRefusal(code: string | undefined): LiveState {
  return code === "unauthenticated" || code === "forbidden" || code === "not_found" ? "denied" : "lost";
}

/** When to ask for the next ticket, in milliseconds since 1970. Pure. */
export function renewalTime({ seconds }: Pick<Ticket, "seconds">, nowMs: number): number {
  return nowMs + Math.max(seconds - MARGIN_SECONDS, seconds / 2) * 1000;
}

/** How long to wait before the next attempt; `chance` from 0 to 1 keeps many pages from coming back at once. Pure. */
export function reopenDelay(tries: number, chance: number): number {
  return Math.round((REOPEN_MS[tries] ?? LONGEST_MS) * (0.75 + chance / 2));
}
