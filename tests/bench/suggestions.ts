import type { Figure } from "./figures.ts";
import { asCaller, person } from "./sql/caller.ts";
import { latencyOf } from "./sql/latency.ts";
import { pageBuffers, recommendations } from "./sql/pages.ts";
import { peopleWith } from "./sql/sample.ts";
import type { Bench } from "./stack.ts";

const part = "suggestions";

/** What rules suggest to people with so many memberships, who have no journey: what it touches at most, and how long it takes. */
async function figuresOf(bench: Bench, memberships: number): Promise<Figure[]> {
  const people = await peopleWith(bench.admin, memberships, 8);
  let most = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (const id of people) {
    const { rows } = await asCaller(bench.client, person(id), () =>
      bench.client.query<{ n: number }>(
        "select jsonb_array_length(public.recommendation_input() -> 'items') as n",
      ),
    );
    fewest = Math.min(fewest, rows[0]?.n ?? 0);
    most = Math.max(most, await pageBuffers(bench.client, person(id), recommendations, [null]));
  }
  const reads = people.map((id) => ({ caller: person(id), values: [null] }));
  const { median, p99 } = await latencyOf(bench.client, recommendations, reads, 6);
  const name = `suggestions, ${memberships} memberships`;
  return [
    { part, name, measured: most, unit: "buffers", goal: { atMost: 2000 }, note: `${people.length} people` },
    { part, name: `${name}, found by each at least`, measured: fewest, unit: "items", goal: { atLeast: 1 } },
    {
      part,
      name: `time of ${name}, 99 in 100`,
      measured: Math.round(p99 * 10) / 10,
      unit: "ms",
      goal: { atMost: 300 },
      note: `median ${median.toFixed(1)} ms`,
    },
  ];
}

/** What the ranker costs that answers alone when no provider does. */
export async function suggestionFigures(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const memberships of [10, 50]) figures.push(...(await figuresOf(bench, memberships)));
  return figures;
}
