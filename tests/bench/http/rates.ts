import type { Figure } from "../figures.ts";
import type { Bench } from "../stack.ts";
import { loadPage } from "./load.ts";
import type { PageLoadResult } from "./load-worker.ts";
import { type ProcessorTime, perPage, processorTime } from "./processor.ts";
import type { Program } from "./programs.ts";
import { headersOf, type Target } from "./targets.ts";

const part = "pages";
const connectionCounts = [1, 10, 50];
/** Where the goals stand. */
const goalConnections = 10;
const seconds = 5;
/** Seconds before each: V8 goes on compiling what a page needs for some hundred requests. */
const warmUp = 4;

type Programs = { app: Program; empty: Program };
type Measured = { rate: PageLoadResult; time: ProcessorTime };

function connectionsText(connections: number): string {
  return `${connections} ${connections === 1 ? "connection" : "connections"}`;
}

/** A page or, without a target, the empty page, asked for over some connections. */
async function measure(
  bench: Bench,
  { app, empty }: Programs,
  connections: number,
  length: number,
  target?: Target,
): Promise<Measured> {
  const program = target ? app : empty;
  const url = `http://127.0.0.1:${program.port}${target?.path ?? "/"}`;
  const headers = target ? headersOf(target) : {};
  const before = await processorTime(bench, program);
  const rate = await loadPage({ url, headers, connections, seconds: length });
  const after = await processorTime(bench, program);
  return { rate, time: perPage(before, after, rate.pages) };
}

function rateFigure(target: Target, connections: number, rate: PageLoadResult, empty: number): Figure {
  return {
    part,
    name: `${target.name}, ${target.audience}, ${connectionsText(connections)}`,
    measured: (100 * rate.perSecond) / empty,
    unit: "% of the empty page",
    goal: target.goal && connections === goalConnections ? { atLeast: target.goal } : undefined,
    note: `${rate.perSecond.toFixed(0)} per second, p99 ${rate.p99.toFixed(0)} ms`,
  };
}

// Unlike the rate, hardly touched by what else the machine does.
function timeFigure(name: string, { app, api, database }: ProcessorTime): Figure {
  return {
    part,
    name: `processor time of ${name}`,
    measured: app + api + database,
    unit: "ms",
    note: `app ${app.toFixed(1)}, API ${api.toFixed(1)}, database ${database.toFixed(1)}`,
  };
}

const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Pages per second, each between two measurements of the empty page, so that both see the same machine. */
export async function pageRates(
  bench: Bench,
  programs: Programs,
  targets: Target[],
  say: (line: string) => void,
): Promise<Figure[]> {
  const rates: Figure[] = [];
  const times: Figure[] = [];
  for (const connections of connectionCounts) {
    const emptyPage = () => measure(bench, programs, connections, seconds / 2);
    await emptyPage();
    const empties = [await emptyPage()];
    for (const target of targets) {
      await measure(bench, programs, connections, warmUp, target);
      const page = await measure(bench, programs, connections, seconds, target);
      empties.push(await emptyPage());
      const beside = mean(empties.slice(-2).map(({ rate }) => rate.perSecond));
      rates.push(rateFigure(target, connections, page.rate, beside));
      if (connections === goalConnections)
        times.push(timeFigure(`${target.name}, ${target.audience}`, page.time));
    }
    const measured = Math.round(mean(empties.map(({ rate }) => rate.perSecond)));
    rates.push({ part, name: `empty page, ${connectionsText(connections)}`, measured, unit: "per second" });
    const alone = mean(empties.map(({ time }) => time.app));
    if (connections === goalConnections)
      times.push(timeFigure("empty page", { app: alone, api: 0, database: 0 }));
    say(`  ${connectionsText(connections)} done`);
  }
  return [...rates, ...times];
}
