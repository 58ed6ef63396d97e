import type { Page } from "playwright";

/** What a page noted while somebody used it. Times are milliseconds. */
export interface Noted {
  /** From a press to the next frame that shows something new, of those that took 16 ms and more; rounded to 8. */
  presses: number[];
  /** How many presses there were. */
  count: number;
  /** Between one frame and the next. */
  frames: number[];
  /** Time of the processor that the page's own thread took, whatever else the machine did. */
  work: number;
}

/** An entry of the Event Timing API; several of one press have the same interaction. */
type Press = PerformanceEntry & { interactionId?: number };

interface Notes extends Omit<Noted, "work"> {
  slowest: Map<number, number>;
  observer: PerformanceObserver;
}

declare global {
  interface Window {
    notes?: Notes;
  }
}

/** Lets a page note its presses and frames from its beginning on. */
export async function noteInteractions(page: Page): Promise<void> {
  // What runs these tests gives each function its name by a helper that pages do not have.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(() => {
    const take = (entries: PerformanceEntryList) => {
      for (const { interactionId = 0, duration } of entries as Press[]) {
        const { slowest } = notes;
        if (interactionId) slowest.set(interactionId, Math.max(duration, slowest.get(interactionId) ?? 0));
      }
    };
    const observer = new PerformanceObserver((list) => take(list.getEntries()));
    const notes: Notes = { presses: [], count: 0, frames: [], slowest: new Map(), observer };
    window.notes = notes;
    const wanted = { type: "event", durationThreshold: 16, buffered: true };
    observer.observe(wanted);
    let last = performance.now();
    const frame = (now: number) => {
      notes.frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** Waits until what was pressed last has been drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** Time of the processor that a page's own thread has taken so far, in milliseconds. */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
}

/** What a page notes while somebody does something on it, `count` presses or moves. */
export async function noting(page: Page, count: number, use: () => Promise<void>): Promise<Noted> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => {
    window.notes?.slowest.clear();
    window.notes?.frames.splice(0);
  });
  const work = await workOf(page);
  const before = await work();
  await use();
  const noted = await page.evaluate(async (presses) => {
    // Presses are told with the frame after the one that showed them.
    await new Promise((done) => setTimeout(done, 250));
    const { notes } = window;
    return { presses: [...(notes?.slowest.values() ?? [])], count: presses, frames: notes?.frames ?? [] };
  }, count);
  return { ...noted, work: (await work()) - before };
}

/** The value below which this part of all lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** All presses: those that nobody was told of took less than 16 ms. */
export function allPresses({ presses, count }: Noted): number[] {
  return [...presses, ...Array.from({ length: Math.max(0, count - presses.length) }, () => 16)];
}
