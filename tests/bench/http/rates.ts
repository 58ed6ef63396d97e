import type { Figure } from "../figures.ts";
import { loadPage } from "./load.ts";
import type { PageLoadResult } from "./load-worker.ts";
import { headersOf, type Target } from "./targets.ts";

const part = "pages";
const connectionCounts = [1, 10, 50];
const seconds = 4;

type Ports = { app: number; empty: number };

function connectionsText(connections: number): string {
  return `${connections} ${connections === 1 ? "connection" : "connections"}`;
}

function beside(target: Target, connections: number, page: PageLoadResult, empty: number): Figure {
  return {
    part,
    name: `${target.name}, ${target.audience}, ${connectionsText(connections)}`,
    measured: (100 * page.perSecond) / empty,
    unit: "% of the empty page",
    goal: target.goal && connections === 10 ? { atLeast: target.goal } : undefined,
    note: `${page.perSecond.toFixed(0)} per second, p99 ${page.p99.toFixed(0)} ms`,
  };
}

/** Pages per second, each between two measurements of the empty page, so that both see the same machine. */
export async function pageRates(
  ports: Ports,
  targets: Target[],
  say: (line: string) => void,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const connections of connectionCounts) {
    const emptyPage = () =>
      loadPage({ url: `http://127.0.0.1:${ports.empty}/`, headers: {}, connections, seconds: seconds / 2 });
    const page = (target: Target, length: number) =>
      loadPage({
        url: `http://127.0.0.1:${ports.app}${target.path}`,
        headers: headersOf(target),
        connections,
        seconds: length,
      });
    await emptyPage();
    let before = await emptyPage();
    const rates = [before.perSecond];
    for (const target of targets) {
      await page(target, 1);
      const measured = await page(target, seconds);
      const after = await emptyPage();
      figures.push(beside(target, connections, measured, (before.perSecond + after.perSecond) / 2));
      rates.push(after.perSecond);
      before = after;
    }
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    const name = `empty page, ${connectionsText(connections)}`;
    figures.push({ part, name, measured: Math.round(mean), unit: "per second" });
    say(`  ${connectionsText(connections)} done`);
  }
  return figures;
}
