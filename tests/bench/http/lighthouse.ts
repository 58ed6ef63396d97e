import lighthouse from "lighthouse";

/** What Lighthouse says of a page on a phone: scores from 0 to 100, and how far its layout moved. */
export type Audit = {
  performance: number;
  accessibility: number;
  "best-practices": number;
  seo: number;
  layoutShift: number;
};

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const RUNS = 5;

async function runOnce(url: string, port: number, cookie?: string): Promise<Audit> {
  const result = await lighthouse(url, {
    port,
    output: "json",
    logLevel: "error",
    onlyCategories: [...CATEGORIES],
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  });
  const report = result?.lhr;
  if (!report || report.runtimeError) {
    throw new Error(`Lighthouse could not look at ${url}: ${report?.runtimeError?.message ?? "no report"}`);
  }
  const score = (category: string) => Math.round((report.categories[category]?.score ?? 0) * 100);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best-practices": score("best-practices"),
    seo: score("seo"),
    layoutShift: report.audits["cumulative-layout-shift"]?.numericValue ?? 0,
  };
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * Lets Lighthouse look at a page five times, as on a phone, and gives the middle of each figure.
 * @param port where a Chromium listens to be told what to do.
 */
export async function audit(url: string, port: number, cookie?: string): Promise<Audit> {
  const runs: Audit[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await runOnce(url, port, cookie));
  const middle = (name: keyof Audit) => median(runs.map((found) => found[name]));
  return {
    performance: middle("performance"),
    accessibility: middle("accessibility"),
    "best-practices": middle("best-practices"),
    seo: middle("seo"),
    layoutShift: middle("layoutShift"),
  };
}
