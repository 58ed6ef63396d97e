import path from "node:path";
import { type Browser, chromium } from "playwright";
import { startNext } from "../../supabase/local/app-build.ts";
import { freePort } from "../../supabase/local/ports.ts";
import { tail } from "../../supabase/local/processes.ts";
import { chromiumLaunch } from "../support/chromium.ts";
import type { Figure } from "./figures.ts";
import { appEnv, serveApp } from "./http/app.ts";
import { serveEmptyPage } from "./http/empty-page.ts";
import { firstVisit, withoutImages } from "./http/first-visit.ts";
import { weighModules } from "./http/heavy-modules.ts";
import { type Audit, audit } from "./http/lighthouse.ts";
import { signOutAll } from "./http/sign-in.ts";
import { type Target, targetsOf } from "./http/targets.ts";
import type { Bench } from "./stack.ts";

type Say = (line: string) => void;

const KILO = 1000;
const HEAVIEST = 8;

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;

async function buildWithMaps(bench: Bench, rootDomain: string, say: Say): Promise<void> {
  const logFile = path.join(bench.stack.files.logs, "build.log");
  say("Building the app with source maps");
  const env = { ...process.env, ...appEnv(bench, rootDomain, bench.stack.apiUrl), SOURCE_MAPS: "on" };
  const code = await startNext(["build"], { ...env, NODE_ENV: "production" }, logFile).exited;
  if (code !== 0) throw new Error(`The app could not be built:\n${await tail(logFile, 40)}`);
}

async function sizes(browser: Browser, empty: number, targets: Target[]): Promise<Figure[]> {
  const base = await firstVisit(browser, `http://localhost:${empty}/`);
  const figures: Figure[] = [
    {
      part: "weight",
      name: "scripts of an empty Next.js page",
      measured: kilobytes(base.script),
      unit: "kB",
    },
  ];
  for (const target of targets) {
    const { name, audience, cookie } = target;
    const visit = await firstVisit(browser, `http://${target.host}${target.path}`, cookie);
    const home = name === "community home" && audience === "visitor";
    figures.push(
      {
        part: "weight",
        name: `${name}, ${audience}: scripts beyond the empty page`,
        measured: kilobytes(visit.script - base.script),
        unit: "kB",
        ...(home ? { goal: { atMost: 60 } } : {}),
      },
      {
        part: "weight",
        name: `${name}, ${audience}: everything but pictures`,
        note: `fonts ${kilobytes(visit.font)}, style ${kilobytes(visit.style)}, page ${kilobytes(visit.document)}`,
        measured: kilobytes(withoutImages(visit)),
        unit: "kB",
        ...(home ? { goal: { atMost: 300 } } : {}),
      },
    );
    if (home) figures.push(...(await heaviest(visit.scripts)));
  }
  return figures;
}

async function heaviest(scripts: readonly string[]): Promise<Figure[]> {
  const weights = [...(await weighModules(scripts))].filter(([name]) => name !== "next");
  return weights
    .sort(([, one], [, other]) => other - one)
    .slice(0, HEAVIEST)
    .map(([name, bytes]) => ({
      part: "weight",
      name: `within the scripts of a community home: ${name}`,
      measured: Math.round(bytes / (KILO / 100)) / 100,
      unit: "kB",
    }));
}

function auditFigures({ name, audience }: Target, found: Audit): Figure[] {
  const { layoutShift, ...scores } = found;
  const page = `${name}, ${audience}`;
  return [
    ...Object.entries(scores).map(
      ([category, measured]): Figure => ({
        part: "weight",
        name: `Lighthouse on a phone, ${page}: ${category}`,
        measured,
        unit: "of 100",
        goal: { atLeast: 95 },
      }),
    ),
    {
      part: "weight",
      name: `layout shift, ${page}`,
      measured: Math.round(layoutShift * 1000) / 1000,
      unit: "",
      goal: { atMost: 0.05 },
    },
  ];
}

/** What pages send to a browser that has never been there, and what Lighthouse says of them, on a production build. */
export async function weightFigures(bench: Bench, siteUrl: string, say: Say): Promise<Figure[]> {
  const rootDomain = new URL(siteUrl).host;
  await buildWithMaps(bench, rootDomain, say);
  const empty = await serveEmptyPage(path.join(bench.stack.files.logs, "empty-page.log"));
  const app = await serveApp(bench, rootDomain, bench.stack.apiUrl);
  const port = await freePort();
  const { args, ...launch } = chromiumLaunch();
  const browser = await chromium.launch({ ...launch, args: [...args, `--remote-debugging-port=${port}`] });
  try {
    const all = await targetsOf(bench, rootDomain);
    const chosen = all.filter(
      ({ name, audience }) =>
        (audience === "visitor" && name !== "community feed") ||
        (audience === "member" && name !== "post page"),
    );
    const figures = await sizes(browser, empty.port, chosen);
    say("Lighthouse on an empty page");
    const reference = await audit(`http://localhost:${empty.port}/`, port);
    for (const measure of ["performance", "performance, slowed for real"] as const) {
      figures.push({
        part: "weight",
        name: `Lighthouse on a phone, an empty Next.js page: ${measure}`,
        measured: reference[measure],
        unit: "of 100",
      });
    }
    const audited = all.filter(
      ({ name, audience }) =>
        (name === "community feed") === (audience === "member") && name !== "unified feed",
    );
    for (const target of audited.filter(({ path: at, audience }) => audience === "visitor" || at === "/")) {
      say(`Lighthouse on ${target.name}`);
      const found = await audit(`http://${target.host}${target.path}`, port, target.cookie);
      figures.push(...auditFigures(target, found));
    }
    return figures;
  } finally {
    await browser.close();
    await app.process.stop();
    await empty.close();
    await signOutAll(bench);
  }
}
