import "server-only";
import { setTimeout as wait } from "node:timers/promises";

/** Milliseconds that everything about an address takes at least: longer than hashing a password and writing a mail. */
const ABOUT_ADDRESS_MS = 900;

/** Runs work that must not tell by its time which way it went. Failures take as long as successes. */
export async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work(), wait(ABOUT_ADDRESS_MS)]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

/** Like {@link evenly}, but success may be quick: it is told anyway. */
export async function evenlyRefused<T>(work: () => Promise<T>): Promise<T> {
  const least = wait(ABOUT_ADDRESS_MS);
  try {
    return await work();
  } catch (error) {
    await least;
    throw error;
  }
}
