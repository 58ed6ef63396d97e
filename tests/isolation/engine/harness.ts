import { poolFor, stackEnv } from "../../support/stack.ts";
import { plantFixture } from "../fixture.ts";
import type { Actor } from "./actors.ts";
import { type Db, inScratch } from "./db.ts";
import { type Outcome, type Probe, prepareProbes, probe } from "./probe.ts";

/** Runs work over the planted fixture, in a transaction that is rolled back. */
export function planted<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return inScratch(poolFor(stackEnv().DATABASE_URL), async (db) => {
    await plantFixture(db);
    await prepareProbes(db);
    return work(db);
  });
}

/** An attempt by an actor. */
export function by(actor: Pick<Actor, "role" | "claims">, sql: string, more: Partial<Probe> = {}): Probe {
  return { role: actor.role, claims: actor.claims, sql, ...more };
}

/** An attempt as the owner of the schema, without claims. */
export function byOwner(sql: string): Probe {
  return { role: "postgres", claims: "", sql };
}

/** An attempt to call a function, answering its value as text. */
export function calling(
  actor: Pick<Actor, "role" | "claims">,
  call: string,
  more: Partial<Probe> = {},
): Probe {
  return by(actor, `select array[coalesce((select ${call})::text, 'null')]`, { reads: true, ...more });
}

/** Claims and role of the server token, which alone may resolve hosts and sessions. */
export const serverToken = {
  role: "anon",
  claims: JSON.stringify({ role: "anon", scope: "server" }),
} as const;

/** What a caller can tell about an outcome. */
export function answerOf(outcome: Outcome | undefined): string {
  if (!outcome) return "no outcome";
  return outcome.state === "ok"
    ? `ok ${outcome.seen.join(" ")} (${outcome.count})`
    : `${outcome.state} ${outcome.message}`;
}

/** Runs attempts and answers what their callers can tell. */
export async function answers(db: Db, attempts: readonly Probe[]): Promise<string[]> {
  return (await probe(db, attempts)).map(answerOf);
}
