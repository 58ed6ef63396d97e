import type { Standing } from "./actors.ts";
import { labelOf } from "./cast.ts";
import type { Outcome, Probe } from "./probe.ts";
import { type TableProbe, tableProbes } from "./tables.ts";

export const verbs = ["select", "insert", "update", "delete"] as const;
export type Verb = (typeof verbs)[number];

export type Attempt = Probe & {
  /** Turns an outcome into the labels it reached. */
  reached: (outcome: Outcome) => string[];
  /** A statement that names its rows must reach all of them; one that names none may be refused as a whole. */
  mustReachAll: boolean;
};

/** An attempt with the token of the actor, unless it names another. */
type Draft = Omit<Attempt, "role" | "claims"> & { claims?: string };

/** A query of the keys of the rows that meet a condition. */
export function keysOf(table: string, probing: TableProbe, condition: string): string {
  return `select coalesce(array_agg(distinct k), '{}') from (select (${probing.key})::text as k from ${table} where ${condition}) keyed`;
}

function selects(table: string, probing: TableProbe, s: Standing): Draft[] {
  const sql = keysOf(table, probing, probing.of(s.at));
  return [{ sql, reads: true, mustReachAll: true, reached: (outcome) => outcome.seen.map(labelOf) }];
}

function inserts(probing: TableProbe, s: Standing): Draft[] {
  return Object.entries(probing.insert ?? {}).map(([label, make]) => ({
    ...make(s),
    mustReachAll: false,
    reached: (outcome) => (outcome.state === "ok" && outcome.count > 0 ? [label] : []),
  }));
}

/** Without a condition the select policies have no say, so both forms are tried. */
function updates(table: string, probing: TableProbe, s: Standing): Draft[] {
  const change = probing.update;
  if (!change) {
    const sql = `update ${table} set ${unchanged(table)}`;
    return [{ sql, mustReachAll: false, reached: (outcome) => (outcome.count > 0 ? ["*"] : []) }];
  }
  const observe = keysOf(table, probing, `${probing.of(s.at)} and ${change.changed}`);
  const reached = (outcome: Outcome) => outcome.seen.map(labelOf);
  const blind = `update ${table} set ${change.set}`;
  return [
    { sql: blind, observe, reached, mustReachAll: false },
    { sql: `${blind} where ${probing.of(s.at)}`, observe, reached, mustReachAll: true },
    ...Object.entries(change.moves ?? {}).map(([label, make]) => ({
      ...make(s),
      mustReachAll: false,
      reached: (outcome: Outcome) => (outcome.count > 0 ? [label] : []),
    })),
  ];
}

/** For a table that nobody updates, any assignment shows it. */
function unchanged(table: string): string {
  const columns: Record<string, string> = {
    "storage.buckets": "name",
    "realtime.messages": "topic",
    "private.reserved_slugs": "slug",
    "private.consent_texts": "purpose",
    "private.event_consumers": "name",
    "public.user_journeys": "owner_id",
    "private.ai_breakers": "provider",
    "private.erasing": "txid",
    "public.recommendations": "user_id",
    "private.recommendation_sets": "user_id",
    "private.recommendation_figures": "origin",
    "private.journey_figures": "day",
    "private.journey_progress": "journey_id",
    "public.data_exports": "user_id",
    "public.personal_notifications": "user_id",
    "public.personal_mutes": "user_id",
  };
  const column = columns[table] ?? (table.startsWith("public.journey_") ? "journey_id" : "tenant_id");
  return `${column} = ${column}`;
}

function deletes(table: string, probing: TableProbe, s: Standing, all: string[]): Draft[] {
  const observe = keysOf(table, probing, probing.of(s.at));
  if (probing.key === "'row'") {
    const sql = `delete from ${table}`;
    return [{ sql, mustReachAll: false, reached: (outcome) => (outcome.count > 0 ? ["*"] : []) }];
  }
  const reached = (outcome: Outcome) =>
    outcome.state === "ok" ? all.filter((key) => !outcome.seen.includes(key)).map(labelOf) : [];
  return [
    { sql: `delete from ${table}`, observe, reached, mustReachAll: false },
    { sql: `delete from ${table} where ${probing.of(s.at)}`, observe, reached, mustReachAll: true },
  ];
}

/** What one actor tries for one verb on one table; `all` holds the keys of the planted rows. */
export function attemptsOf(table: string, verb: Verb, s: Standing, all: string[]): Attempt[] {
  const probing = tableProbes[table];
  if (!probing) return [];
  const made =
    verb === "select"
      ? selects(table, probing, s)
      : verb === "insert"
        ? inserts(probing, s)
        : verb === "update"
          ? updates(table, probing, s)
          : deletes(table, probing, s, all);
  return made.map((attempt) => ({ claims: s.actor.claims, ...attempt, role: s.actor.role }));
}
