import type { Figure } from "./figures.ts";
import { sizes } from "./seed/size.ts";
import { person, visitor } from "./sql/caller.ts";
import { latencyOf, type Read } from "./sql/latency.ts";
import {
  balancedFeed,
  communityFeed,
  cursorOfPage,
  pageBuffers,
  postPage,
  streamsOf,
  switcher,
  unifiedFeed,
} from "./sql/pages.ts";
import { largestCommunity, longestThread, peopleWith } from "./sql/sample.ts";
import type { Bench } from "./stack.ts";

const classes = [3, 10, 50] as const;
const part = "reading";
const orders = [
  ["unified feed", unifiedFeed],
  ["unified feed, balanced", balancedFeed],
] as const;

async function pagesOf(bench: Bench, people: string[], statement: string): Promise<number[]> {
  const found: number[] = [];
  for (const id of people) {
    found.push(await pageBuffers(bench.client, person(id), statement, [null, null]));
  }
  return found;
}

/** Buffers of the first page of the unified feed by time, for each of these people. */
export function firstPages(bench: Bench, people: string[]): Promise<number[]> {
  return pagesOf(bench, people, unifiedFeed);
}

/** The people whose first page is compared between a small and a large database. */
export function growthPeople(bench: Bench): Promise<string[]> {
  return peopleWith(bench.admin, 50, 8);
}

const sum = (numbers: number[]) => numbers.reduce((so, number) => so + number, 0);

/** Growth of the first page from the posts of `before`, fewer ones, to this database. */
export async function growthFigure(bench: Bench, before: number[], people: string[]): Promise<Figure> {
  const now = await firstPages(bench, people);
  return {
    part,
    name: `unified feed, growth of page 1 from ${sizes.few.posts.toLocaleString("en")} to ${bench.size.posts.toLocaleString("en")} posts`,
    measured: sum(now) / sum(before),
    unit: "x buffers",
    goal: { atMost: 1.6 },
    note: `${Math.round(sum(before) / before.length)} to ${Math.round(sum(now) / now.length)}`,
  };
}

/** The page that comes closest to its budget of 5 x streams + 520, of eight people with so many memberships. */
async function unifiedBudget(
  bench: Bench,
  memberships: number,
  [name, statement]: (typeof orders)[number],
): Promise<Figure> {
  const people = await peopleWith(bench.admin, memberships, 8);
  const buffers = await pagesOf(bench, people, statement);
  const pages: { streams: number; buffers: number; budget: number }[] = [];
  for (const [index, id] of people.entries()) {
    const streams = await streamsOf(bench.client, id);
    pages.push({ streams, buffers: buffers[index] ?? 0, budget: 5 * streams + 520 });
  }
  const [worst] = pages.toSorted((a, b) => b.buffers / b.budget - a.buffers / a.budget);
  if (!worst) throw new Error(`Nobody has ${memberships} memberships.`);
  return {
    part,
    name: `${name}, page 1, ${memberships} memberships`,
    measured: worst.buffers,
    unit: "buffers",
    goal: { atMost: worst.budget },
    note: `${worst.streams} streams`,
  };
}

/** What page 50 costs beside page 1. */
async function pageFifty(bench: Bench, [name, statement]: (typeof orders)[number]): Promise<Figure> {
  const people = await peopleWith(bench.admin, 50, 4);
  const first = sum(await pagesOf(bench, people, statement));
  let later = 0;
  for (const id of people) {
    const cursor = await cursorOfPage(bench.client, id, 50, statement);
    later += await pageBuffers(bench.client, person(id), statement, [cursor.before, cursor.id]);
  }
  return {
    part,
    name: `${name}, page 50 beside page 1`,
    measured: later / first,
    unit: "x buffers",
    goal: { atMost: 1.2 },
  };
}

/** What the switcher's list costs somebody with fifty communities. */
async function switcherFigure(bench: Bench): Promise<Figure> {
  const [id = ""] = await peopleWith(bench.admin, 50, 1);
  const measured = await pageBuffers(bench.client, person(id), switcher, []);
  return { part, name: "switcher, 50 memberships", measured, unit: "buffers" };
}

async function communityBudgets(bench: Bench): Promise<Figure[]> {
  const { tenant, members } = await largestCommunity(bench.admin, 8);
  const post = await longestThread(bench.admin, tenant);
  const feeds: number[] = [];
  for (const id of members) {
    feeds.push(await pageBuffers(bench.client, person(id, tenant), communityFeed, [tenant, null, null]));
  }
  const visit = await pageBuffers(bench.client, visitor(tenant), communityFeed, [tenant, null, null]);
  const read = await pageBuffers(bench.client, visitor(tenant), postPage, [tenant, post]);
  const goal = { atMost: 350 };
  return [
    {
      part,
      name: "community feed, largest community, member",
      measured: Math.max(...feeds),
      unit: "buffers",
      goal,
    },
    { part, name: "community feed, largest community, visitor", measured: visit, unit: "buffers", goal },
    { part, name: "post page with 100 comments, visitor", measured: read, unit: "buffers" },
  ];
}

async function timed(bench: Bench, name: string, statement: string, reads: Read[]): Promise<Figure> {
  const { median, p99 } = await latencyOf(bench.client, statement, reads, 6);
  const note = `p99 ${p99.toFixed(1)} ms, ${reads.length} callers`;
  return { part, name: `time of ${name}`, measured: median, unit: "ms median", note };
}

async function times(bench: Bench): Promise<Figure[]> {
  const { tenant, members } = await largestCommunity(bench.admin, 40);
  const post = await longestThread(bench.admin, tenant);
  const asMembers = members.map((id) => person(id, tenant));
  const figures: Figure[] = [
    await timed(
      bench,
      "select 1",
      "select 1",
      asMembers.map((caller) => ({ caller, values: [] })),
    ),
  ];
  for (const memberships of classes) {
    const people = await peopleWith(bench.admin, memberships, 40);
    const reads = people.map((id) => ({ caller: person(id), values: [null, null] }));
    figures.push(await timed(bench, `unified feed, ${memberships} memberships`, unifiedFeed, reads));
  }
  const feed = asMembers.map((caller) => ({ caller, values: [tenant, null, null] }));
  figures.push(await timed(bench, "community feed, member", communityFeed, feed));
  const visits = members.map(() => ({ caller: visitor(tenant), values: [tenant, null, null] }));
  figures.push(await timed(bench, "community feed, visitor", communityFeed, visits));
  const threads = asMembers.map((caller) => ({ caller, values: [tenant, post] }));
  figures.push(await timed(bench, "post page with 100 comments", postPage, threads));
  return figures;
}

/** Buffers and times of what pages read. */
export async function readingFigures(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const order of orders) {
    for (const memberships of classes) figures.push(await unifiedBudget(bench, memberships, order));
    figures.push(await pageFifty(bench, order));
  }
  return [
    ...figures,
    await switcherFigure(bench),
    ...(await communityBudgets(bench)),
    ...(await times(bench)),
  ];
}
