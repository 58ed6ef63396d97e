import { parseArgs } from "node:util";
import { freePort } from "../../supabase/local/ports.ts";
import { authorityFigures } from "./authority.ts";
import { type Figure, type Part, parts, verdictOf } from "./figures.ts";
import { importFigures } from "./importing.ts";
import { pageFigures } from "./pages.ts";
import { planningFigures } from "./planning.ts";
import { firstPages, growthFigure, growthPeople, readingFigures } from "./reading.ts";
import { machine, terminalTable, writeResults } from "./report.ts";
import { sizes } from "./seed/size.ts";
import { openBench } from "./stack.ts";
import { suggestionFigures } from "./suggestions.ts";
import { weightFigures } from "./weight.ts";
import { writingFigures } from "./writing.ts";

type Wanted = { deep: boolean; parts: Set<Part> };

function wanted(argv: string[]): Wanted {
  const { values } = parseArgs({
    args: argv,
    options: { deep: { type: "boolean", default: false }, only: { type: "string", multiple: true } },
  });
  const unknown = values.only?.filter((name) => !parts.some((part) => part === name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`There is no part ${unknown.join(", ")}; there are ${parts.join(", ")}.`);
  return {
    deep: values.deep,
    parts: new Set(values.only ? parts.filter((part) => values.only?.includes(part)) : parts),
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The first pages of some people while there are few posts: the foot of the growth figure. */
async function pagesWithFewPosts(siteUrl: string): Promise<number[]> {
  const bench = await openBench(sizes.few, siteUrl, say);
  try {
    return await firstPages(bench, await growthPeople(bench));
  } finally {
    await bench.close();
  }
}

async function seededFigures({ deep, parts: chosen }: Wanted): Promise<Figure[]> {
  const size = deep ? sizes.deep : sizes.usual;
  const siteUrl = `http://archipelago.localhost:${await freePort()}`;
  const before = chosen.has("reading") ? await pagesWithFewPosts(siteUrl) : [];
  const bench = await openBench(size, siteUrl, say);
  const figures: Figure[] = [];
  const take = async (part: Part, measure: () => Promise<Figure[]>) => {
    if (!chosen.has(part)) return;
    say(`Measuring ${part}`);
    figures.push(...(await measure()));
  };
  try {
    await take("reading", async () => [
      ...(await readingFigures(bench)),
      await growthFigure(bench, before, await growthPeople(bench)),
    ]);
    await take("suggestions", () => suggestionFigures(bench));
    await take("authority", () => authorityFigures(bench));
    await take("writing", () => writingFigures(bench));
    await take("import", () => importFigures(bench));
    await take("pages", () => pageFigures(bench, siteUrl, say));
    await take("weight", () => weightFigures(bench, siteUrl, say));
  } finally {
    await bench.close();
  }
  return figures;
}

/** Planning is measured by itself, on a stack with nothing else in it; all other parts on a seeded one. */
async function run(choice: Wanted): Promise<Figure[]> {
  const seeded = new Set([...choice.parts].filter((part) => part !== "planning"));
  const figures = seeded.size > 0 ? await seededFigures({ ...choice, parts: seeded }) : [];
  if (!choice.parts.has("planning")) return figures;
  say("Measuring planning");
  return [...figures, ...(await planningFigures(`http://archipelago.localhost:${await freePort()}`, say))];
}

const about = machine();
const choice = wanted(process.argv.slice(2));
const figures = await run(choice);
const file = await writeResults(figures, about, (choice.deep ? sizes.deep : sizes.usual).posts);
say(`\n${terminalTable(figures)}\n`);
say(
  `${about.cpu}, ${about.cores} cores, ${about.memoryGiB} GiB, Node ${about.node}, load ${about.load}; ${file}`,
);
const missed = figures.filter((figure) => verdictOf(figure) === "MISS").length;
if (missed > 0) say(`${missed} of ${figures.length} figures miss their goal.`);
