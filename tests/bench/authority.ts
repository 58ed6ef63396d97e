import type { Figure } from "./figures.ts";
import { asCaller, type Caller, person, visitor } from "./sql/caller.ts";
import { buffersOf, spreadOf } from "./sql/explain.ts";
import { prepared } from "./sql/latency.ts";
import { largestCommunity } from "./sql/sample.ts";
import type { Bench } from "./stack.ts";

const part = "authority";

const columns = "p.id, p.author_id, p.title, p.lead, p.tags, p.created_at, p.like_count, p.comment_count";
const newest = `from public.posts p where p.tenant_id = $1 and p.visibility = 'public'`;
const order = "order by p.created_at desc, p.id desc limit 20";

// The owner is not held by policies, so it says itself what they would have said.
const ownerTable = `select ${columns} ${newest} and p.deleted_at is null ${order}`;
const readerTable = `select ${columns} ${newest} ${order}`;
const ownerFeed = `select private.post_cards(array_agg(page.tenant_id), array_agg(page.id), array_agg(page.tenant_id), null)
  from (select p.tenant_id, p.id ${newest} and p.deleted_at is null ${order}) page`;
const readerFeed = "select public.community_feed($1, null, null, 20)";

type Cost = { buffers: number; median: number };

async function costOf(bench: Bench, statement: string, tenant: string, caller?: Caller): Promise<Cost> {
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

function figure(name: string, { buffers, median }: Cost, atMost?: number): Figure {
  const goal = atMost === undefined ? undefined : { atMost };
  return { part, name, measured: buffers, unit: "buffers", goal, note: `${median.toFixed(2)} ms` };
}

/**
 * The newest posts of the largest community, as they who read it get them and as the tables' owner, whom no rule holds.
 * The feed's function knows the rules itself; straight from the table the row policies decide, and the planner, which
 * cannot see how many rows they leave, reads all of the community's public posts. No page of the product does that.
 */
export async function authorityFigures(bench: Bench): Promise<Figure[]> {
  const { tenant, members } = await largestCommunity(bench.admin, 1);
  const readers: [string, Caller][] = [
    ["member", person(members[0] ?? "", tenant)],
    ["visitor", visitor(tenant)],
  ];
  const owner = await costOf(bench, ownerFeed, tenant);
  const figures = [figure("feed of 20 posts as owner", owner)];
  for (const [name, reader] of readers) {
    const cost = await costOf(bench, readerFeed, tenant, reader);
    figures.push(figure(`feed of 20 posts, ${name}`, cost, 2 * owner.buffers));
    figures.push({
      part,
      name: `time of the feed beside the owner's, ${name}`,
      measured: cost.median / owner.median,
      unit: "x",
    });
  }
  figures.push(
    figure("20 newest posts straight from the table as owner", await costOf(bench, ownerTable, tenant)),
  );
  for (const [name, reader] of readers)
    figures.push(
      figure(
        `20 newest posts straight from the table, ${name}`,
        await costOf(bench, readerTable, tenant, reader),
      ),
    );
  return figures;
}
