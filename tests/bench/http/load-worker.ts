import autocannon from "autocannon";

/** One page asked for again and again. */
export type PageLoad = { url: string; headers: Record<string, string>; connections: number; seconds: number };

/** What came of it. Latency in milliseconds. */
export type PageLoadResult = { pages: number; perSecond: number; p99: number; failed: number };

process.once("message", async ({ url, headers, connections, seconds }: PageLoad) => {
  const result = await autocannon({ url, headers, connections, duration: seconds, timeout: 30 });
  const answered = result.requests.total;
  const answer: PageLoadResult = {
    pages: answered,
    perSecond: answered / result.duration,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
  process.send?.(answer, () => process.exit(0));
});
