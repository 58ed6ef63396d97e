import path from "node:path";
import { type BrowserContext, chromium } from "playwright";
import { buildApp } from "../../supabase/local/app-build.ts";
import { chromiumLaunch } from "../support/chromium.ts";
import type { Figure } from "./figures.ts";
import { appEnv, serveApp } from "./http/app.ts";
import { networkCookie } from "./http/sign-in.ts";
import {
  CARRY_PRESSES,
  carryWithKeys,
  DRAG_MOVES,
  drag,
  markDone,
  openAndClose,
  switchViews,
} from "./journey/gestures.ts";
import { allPresses, type Noted, noteInteractions, noting, quantile } from "./journey/interactions.ts";
import { ACTIVITIES, makeLongJourney } from "./journey/scene.ts";
import { openEmpty, type Served } from "./stack.ts";

type Say = (line: string) => void;

/** Beyond this people feel that they wait. */
const GOAL_MS = 100;
const VIEWS = ["list", "timeline", "list", "chart", "timeline", "day", "timeline", "list", "timeline"];

const rounded = (ms: number) => Math.round(ms * 10) / 10;

function figuresOf(what: string, values: readonly number[], goal: number | null = GOAL_MS): Figure[] {
  const note = `median ${rounded(quantile(values, 0.5))} ms, most ${rounded(Math.max(...values))} ms, ${values.length} times`;
  return [
    {
      part: "planning",
      name: `${what}, 98 in 100`,
      note,
      measured: rounded(quantile(values, 0.98)),
      unit: "ms",
      ...(goal === null ? {} : { goal: { atMost: goal } }),
    },
  ];
}

function pressFigures(what: string, noted: Noted, moves: number): Figure[] {
  return [
    ...figuresOf(`${what}: press to picture`, allPresses(noted)),
    ...figuresOf(`${what}: frame to frame`, noted.frames),
    {
      part: "planning",
      name: `${what}: work of the page`,
      note: "time of the processor, for each press or move",
      measured: rounded(noted.work / moves),
      unit: "ms",
    },
  ];
}

async function planAbout(context: BrowserContext, address: string, say: Say): Promise<Figure[]> {
  const page = await context.newPage();
  await noteInteractions(page);
  await page.goto(`${address}?view=timeline`);
  await page.locator("header [aria-haspopup=dialog]").first().waitFor();
  const figures: Figure[] = [];
  const take = async (what: string, count: number, use: () => Promise<unknown>, moves = count) => {
    say(`A journey of ${ACTIVITIES}: ${what}`);
    const noted = await noting(page, count, async () => void (await use()));
    figures.push(...pressFigures(what, noted, moves));
  };
  await take("carried with keys", 8 * CARRY_PRESSES, () => carryWithKeys(page, 8));
  await take("dragged", 6, () => drag(page, 6), 6 * DRAG_MOVES);
  await take("opened and closed", 64, () => openAndClose(page, 32));
  await take("marked as done", 20, () => markDone(page, 20));
  let took: number[] = [];
  await take("view switched", VIEWS.length, async () => {
    took = await switchViews(page, VIEWS);
  });
  figures.push(...figuresOf("view switched: press to the view", took));
  await page.goto(`${address}?view=list`);
  await page.locator("header [aria-haspopup=dialog]").first().waitFor();
  await take("carried with keys in the list", 8 * CARRY_PRESSES, () => carryWithKeys(page, 8));
  return figures;
}

/** How quickly a journey of 200 activities answers whoever plans it, in a browser on a production build, unthrottled. */
export async function planningFigures(siteUrl: string, say: Say): Promise<Figure[]> {
  const rootDomain = new URL(siteUrl).host;
  const served: Served = await openEmpty(siteUrl);
  const { stack, admin } = served;
  try {
    await buildApp({
      env: appEnv(served, rootDomain, stack.apiUrl),
      logFile: path.join(stack.files.logs, "build.log"),
      log: say,
      onStart: () => undefined,
    });
    const { person, journey } = await makeLongJourney(admin);
    const app = await serveApp(served, rootDomain, stack.apiUrl);
    const browser = await chromium.launch(chromiumLaunch());
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: "en-GB" });
      const [name = "", value = ""] = (await networkCookie(served, person)).split("=");
      await context.addCookies([{ name, value, url: siteUrl }]);
      return await planAbout(context, `${siteUrl}/journeys/${journey}`, say);
    } finally {
      await browser.close();
      await app.process.stop();
    }
  } finally {
    await served.close();
  }
}
