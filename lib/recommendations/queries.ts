import "server-only";
import { CHAIN_MS } from "@/lib/ai/ask";
import { aiChain, type Chain } from "@/lib/ai/chain";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { askForOrder, type ProvidedOrder } from "./ask-for-order";
import { keyOf } from "./prompt";
import {
  type Candidate,
  givenSchema,
  inputSchema,
  type Ordered,
  type Recommendation,
  type RecommendationInput,
  type Recommendations,
  type RecommendationsQuery,
} from "./schemas";

interface Asking {
  db: Db;
  requestId: string;
  /** The language that the person reads. */
  language: string;
  /** Ends the waiting for a provider: nobody reads the answer any more. */
  signal?: AbortSignal;
  /** Who can be asked; by default those of the environment. */
  chain?: Chain;
}

interface Order {
  origin: Recommendations["origin"];
  said: readonly Ordered[];
  /** Set where the order is to be kept. */
  key: string | null;
}

const placeOf = ({ tenant_id, id }: { tenant_id: string; id: string }) => `${tenant_id}/${id}`;

/** What may be put into order by a provider: what communities allow that. Empty where nobody may be asked. */
function askable(input: RecommendationInput, chain: Chain): Candidate[] {
  if (input.arm === "control" || !input.ai_help || chain.providers.length === 0) return [];
  const open = new Set(input.communities.filter(({ ai_allowed }) => ai_allowed).map(({ id }) => id));
  return input.items.filter(({ tenant_id }) => open.has(tenant_id));
}

function byProvider({ provider, items }: ProvidedOrder, kept: boolean, key: string | null): Order {
  return { origin: { by: "provider", name: provider, kept }, said: items, key };
}

async function findOrder(
  input: RecommendationInput,
  { journey: _, limit, wait }: RecommendationsQuery,
  asking: Asking & { chain: Chain; deadline: number },
): Promise<Order & { pending: boolean }> {
  const own: Order = { origin: { by: input.arm === "control" ? "dates" : "rules" }, said: [], key: null };
  const candidates = askable(input, asking.chain);
  if (candidates.length < 2) return { ...own, pending: false };
  const models = asking.chain.providers.map(({ name, model }) => `${name} ${model}`);
  const key = keyOf(input, [...models, String(limit)], asking.language);
  if (input.kept?.key === key) return { ...byProvider(input.kept, true, null), pending: false };
  if (!wait) return { ...own, pending: true };
  const { starts_on = null, ends_on = null } = input.journey ?? {};
  const answer = await askForOrder(asking.db, asking.chain, {
    candidates,
    asker: { interests: input.interests, starts_on, ends_on, language: asking.language },
    most: limit,
    deadline: asking.deadline,
    signal: asking.signal,
  });
  return { ...(answer ? byProvider(answer, false, key) : own), pending: false };
}

/** The given order first, then what rules have besides. Pure. */
export function mergeOrder(
  items: readonly Candidate[],
  said: readonly Ordered[],
  limit: number,
): { item: Candidate; why: string | null; said: boolean }[] {
  const known = new Map(items.map((item) => [placeOf(item), item]));
  const chosen = said.flatMap((one) => {
    const item = known.get(placeOf(one));
    return item ? [{ item, why: one.reason, said: true }] : [];
  });
  const taken = new Set(chosen.map(({ item }) => placeOf(item)));
  const rest = items
    .filter((item) => !taken.has(placeOf(item)))
    .map((item) => ({ item, why: null, said: false }));
  return [...chosen, ...rest].slice(0, limit);
}

function originText(origin: Recommendations["origin"]): string {
  return origin.by === "provider" ? `${origin.kept ? "cache" : "provider"}:${origin.name}` : origin.by;
}

type Listed = ReturnType<typeof mergeOrder>[number];

/** Checks once more what is about to be shown, and gives what still stands with the rows that outcomes are told by. */
async function give(
  db: Db,
  journey: string | null,
  { origin, key }: Order,
  all: readonly Listed[],
): Promise<Recommendation[]> {
  const helped = origin.by === "provider";
  const given = await unwrapAs(
    givenSchema,
    db.rpc("give_recommendations", {
      p_journey: journey,
      p_origin: originText(origin),
      p_items: all.map(({ item: { kind, tenant_id, id }, why, said }) => ({
        kind,
        tenant_id,
        id,
        reason: why,
        // What a provider did not choose is not counted for it.
        ...(helped && !said && { origin: "rules" }),
      })),
      ...(helped && key !== null && { p_key: key, p_provider: origin.name }),
    }),
  );
  const rows = new Map(given.map((row) => [placeOf(row), row.recommendation_id]));
  return all.flatMap(({ item, why }) => {
    const recommendation_id = rows.get(placeOf(item));
    return recommendation_id ? [{ ...item, why, recommendation_id }] : [];
  });
}

function tripsOf(input: RecommendationInput, standing: readonly Recommendation[]): Recommendations["trips"] {
  const found = new Map(standing.map((item) => [placeOf(item), item]));
  return input.trips.flatMap(({ items, ...trip }) => {
    const open = items.flatMap((item) => found.get(placeOf(item)) ?? []);
    return open.length > 1 ? [{ ...trip, items: open }] : [];
  });
}

/**
 * What is suggested to whoever asks, for a journey or for none: as rules order it at once, or with `wait` as a provider
 * does, where person and communities let it and it answers within 2.5 seconds.
 * @throws AppError `not_found` for a journey that one has no part in
 */
export async function recommend(query: RecommendationsQuery, asking: Asking): Promise<Recommendations> {
  const deadline = Date.now() + CHAIN_MS;
  const chain = asking.chain ?? aiChain(asking.requestId);
  const { journey = null, limit } = query;
  const input = await unwrapAs(
    inputSchema,
    asking.db.rpc("recommendation_input", { p_journey: journey, p_limit: limit }),
  );
  const order = await findOrder(input, query, { ...asking, chain, deadline });
  const list = mergeOrder(input.items, order.said, limit);
  const listed = new Set(list.map(({ item }) => placeOf(item)));
  const inTrips = new Set(input.trips.flatMap(({ items }) => items.map(placeOf)));
  const others = input.items.filter((item) => inTrips.has(placeOf(item)) && !listed.has(placeOf(item)));
  const all = [...list, ...others.map((item) => ({ item, why: null, said: false }))];
  const standing = await give(asking.db, journey, order, all);
  return {
    origin: order.origin,
    pending: order.pending,
    may_add: input.journey?.may_add ?? true,
    items: standing.filter((item) => listed.has(placeOf(item))),
    trips: tripsOf(input, standing),
    communities: input.communities.map(({ ai_allowed: _, ...community }) => community),
  };
}
