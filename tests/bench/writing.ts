import type { Figure } from "./figures.ts";
import { runLoad, together } from "./sql/load.ts";
import type { Load, LoadResult } from "./sql/load-worker.ts";
import { largestCommunity } from "./sql/sample.ts";
import { lastDelta, tidyUp } from "./sql/tidy.ts";
import type { Bench } from "./stack.ts";

const part = "writing";
const clientCounts = [1, 8, 32];

type Writer = Load["writers"][number];
type Ground = { spread: Writer[]; hot: Writer[]; hotPosts: string[]; body: string };

async function ground(bench: Bench): Promise<Ground> {
  const { tenant, members } = await largestCommunity(bench.admin, 2_000);
  const owners = await bench.admin.query<Writer>(
    `select m.tenant_id as tenant, m.user_id as user from bench.members m join public.tenants t on t.id = m.tenant_id
     where m.no = 1 and t.status = 'active' order by m.community`,
  );
  const posts = await bench.admin.query<{ id: string }>(
    `select id from public.posts where tenant_id = $1 and visibility = 'public' and deleted_at is null
     order by created_at desc limit $2`,
    [tenant, clientCounts.length],
  );
  const bodies = await bench.admin.query<{ body: string }>(
    "select body from bench.bodies where char_length(body) between 590 and 610 order by no limit 1",
  );
  return {
    spread: owners.rows,
    hot: members.map((user) => ({ tenant, user })),
    hotPosts: posts.rows.map((row) => row.id),
    body: bodies.rows[0]?.body ?? "A note",
  };
}

function rate(name: string, clients: number, result: LoadResult): Figure {
  const { median, p99 } = result.latency;
  return {
    part,
    name: `${name}, ${clients} ${clients === 1 ? "client" : "clients"}`,
    measured: Math.round(result.perSecond),
    unit: "per second",
    note: `median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
  };
}

async function postsPerSecond(url: string, where: Ground, clients: number): Promise<Figure[]> {
  const load = { url, clients, seconds: 2, kind: "post", body: where.body } as const;
  const spread: LoadResult[] = [];
  const hot: LoadResult[] = [];
  // Turn about, so that a busy moment of the machine falls on both.
  for (let round = 0; round < 3; round += 1) {
    spread.push(await runLoad({ ...load, writers: where.spread }));
    hot.push(await runLoad({ ...load, writers: where.hot }));
  }
  const [all, one] = [together(spread), together(hot)];
  return [
    rate("posts, spread over communities", clients, all),
    rate("posts, into one hot community", clients, one),
    {
      part,
      name: `hot beside spread, ${clients} ${clients === 1 ? "client" : "clients"}`,
      measured: (100 * one.perSecond) / all.perSecond,
      unit: "%",
      goal: { atLeast: 70 },
    },
  ];
}

/** Posts and likes per second as the Data API writes them: role and claims set, policies held, all triggers, fsync. */
export async function writingFigures(bench: Bench): Promise<Figure[]> {
  const where = await ground(bench);
  const since = await lastDelta(bench.admin);
  const url = bench.stack.databaseUrl;
  const figures: Figure[] = [];
  try {
    for (const clients of clientCounts) figures.push(...(await postsPerSecond(url, where, clients)));
    for (const [index, clients] of clientCounts.entries()) {
      const post = where.hotPosts[index];
      const load: Load = { url, clients, seconds: 2, kind: "like", writers: where.hot, post, body: "" };
      figures.push(rate("likes on one hot post", clients, await runLoad(load)));
    }
  } finally {
    await tidyUp(bench.admin, since, where.hotPosts);
  }
  return figures;
}
