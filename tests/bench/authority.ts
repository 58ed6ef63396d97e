import type { Figure } from "./figures.ts";
import { asCaller, type Caller, person, visitor } from "./sql/caller.ts";
import { buffersOf, spreadOf } from "./sql/explain.ts";
import { prepared } from "./sql/latency.ts";
import { largestCommunity } from "./sql/sample.ts";
import type { Bench } from "./stack.ts";

const part = "authority";

// What the policies' helpers may touch, once for the whole query. A worse plan than the owner's costs thousands.
const helpers = 60;

const newest = `select p.id, p.author_id, p.title, p.lead, p.tags, p.created_at, p.like_count, p.comment_count
  from public.posts p where p.tenant_id = $1 and p.visibility = 'public'
  order by p.created_at desc, p.id desc limit 20`;

// The owner is not held by policies, so it says itself what they would have said.
const asOwner = newest.replace("order by", "and p.deleted_at is null order by");

type Cost = { buffers: number; median: number };

async function costOf(bench: Bench, caller: Caller | undefined, tenant: string): Promise<Cost> {
  const statement = caller ? newest : asOwner;
  const measure = async (): Promise<Cost> => {
    const buffers = await buffersOf(bench.client, statement, [tenant]);
    const samples: number[] = [];
    for (let run = 0; run < 200; run += 1) {
      const start = performance.now();
      await bench.client.query(prepared(statement, [tenant]));
      samples.push(performance.now() - start);
    }
    return { buffers, median: spreadOf(samples).median };
  };
  return caller ? asCaller(bench.client, caller, measure) : measure();
}

/** The newest public posts of the largest community: under row policies, and the same query as the table's owner. */
export async function authorityFigures(bench: Bench): Promise<Figure[]> {
  const { tenant, members } = await largestCommunity(bench.admin, 1);
  const owner = await costOf(bench, undefined, tenant);
  const callers: [string, Caller][] = [
    ["member", person(members[0] ?? "", tenant)],
    ["visitor", visitor(tenant)],
  ];
  const figures: Figure[] = [
    {
      part,
      name: "20 newest posts as owner",
      measured: owner.buffers,
      unit: "buffers",
      note: `${owner.median.toFixed(2)} ms`,
    },
  ];
  for (const [name, caller] of callers) {
    const cost = await costOf(bench, caller, tenant);
    figures.push(
      {
        part,
        name: `20 newest posts under RLS, ${name}`,
        measured: cost.buffers,
        unit: "buffers",
        goal: { atMost: owner.buffers + helpers },
        note: `${cost.median.toFixed(2)} ms`,
      },
      { part, name: `time under RLS beside owner, ${name}`, measured: cost.median / owner.median, unit: "x" },
    );
  }
  return figures;
}
