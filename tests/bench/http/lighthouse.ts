import lighthouse from "lighthouse";

/**
 * What Lighthouse says of a page on a phone: scores from 0 to 100, and how far its layout moved. Its first measure of
 * performance computes from a quick visit what a phone would have taken; the second slows connection and processor down.
 */
export type Audit = {
  performance: number;
  "performance, slowed for real": number;
  accessibility: number;
  "best-practices": number;
  seo: number;
  layoutShift: number;
};

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const RUNS = 5;

type Method = { throttlingMethod: "simulate" | "devtools"; categories: readonly string[] };

async function look(url: string, port: number, { throttlingMethod, categories }: Method, cookie?: string) {
  const result = await lighthouse(url, {
    port,
    output: "json",
    logLevel: "error",
    throttlingMethod,
    onlyCategories: [...categories],
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  });
  const report = result?.lhr;
  if (!report || report.runtimeError) {
    throw new Error(`Lighthouse could not look at ${url}: ${report?.runtimeError?.message ?? "no report"}`);
  }
  const score = (category: string) => Math.round((report.categories[category]?.score ?? 0) * 100);
  return { report, score };
}

async function runOnce(url: string, port: number, cookie?: string): Promise<Audit> {
  const slowed = await look(url, port, { throttlingMethod: "devtools", categories: ["performance"] }, cookie);
  const { report, score } = await look(
    url,
    port,
    { throttlingMethod: "simulate", categories: CATEGORIES },
    cookie,
  );
  return {
    performance: score("performance"),
    "performance, slowed for real": slowed.score("performance"),
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
    "performance, slowed for real": middle("performance, slowed for real"),
    accessibility: middle("accessibility"),
    "best-practices": middle("best-practices"),
    seo: middle("seo"),
    layoutShift: middle("layoutShift"),
  };
}
