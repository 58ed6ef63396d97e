import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Bench } from "../stack.ts";
import type { Program } from "./programs.ts";

/** Processor time in milliseconds that each part has used so far. */
export type ProcessorTime = { app: number; api: number; database: number };

// Linux counts in hundredths of a second.
const millisecondsPerTick = 10;

/** The process and everything under it. */
export async function familyOf(pid: number): Promise<number[]> {
  const family = [pid];
  for (let index = 0; index < family.length; index += 1) {
    const member = family[index];
    const text = await readFile(`/proc/${member}/task/${member}/children`, "utf8").catch(() => "");
    family.push(...text.split(" ").filter(Boolean).map(Number));
  }
  return family;
}

// A process that has ended is in the count of its parent, which waited for it.
async function usedBy(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = [11, 12, 13, 14].map((field) => Number(fields[field] ?? 0));
  return ticks.reduce((sum, tick) => sum + tick, 0) * millisecondsPerTick;
}

async function usedByFamily(pid: number | undefined): Promise<number> {
  if (pid === undefined) return 0;
  const times = await Promise.all((await familyOf(pid)).map(usedBy));
  return times.reduce((sum, time) => sum + time, 0);
}

/** What the app, Supabase's services (in this process) and Postgres have used; zeros where the system does not say. */
export async function processorTime(bench: Bench, app: Program): Promise<ProcessorTime> {
  const file = path.join(bench.stack.files.database, "postmaster.pid");
  const postmaster = Number((await readFile(file, "utf8").catch(() => "")).split("\n")[0]);
  const { user, system } = process.cpuUsage();
  return {
    app: await usedByFamily(app.process.pid),
    api: (user + system) / 1000,
    database: await usedByFamily(postmaster || undefined),
  };
}

/** Processor time between two readings, for each of `pages` pages. */
export function perPage(before: ProcessorTime, after: ProcessorTime, pages: number): ProcessorTime {
  const share = (part: keyof ProcessorTime) => (after[part] - before[part]) / Math.max(1, pages);
  return { app: share("app"), api: share("api"), database: share("database") };
}
