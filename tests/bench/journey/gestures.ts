import type { Locator, Page } from "playwright";
import { drawn } from "./interactions.ts";

declare global {
  interface Window {
    /** How long after it was pressed a view was there, in milliseconds. */
    shownAfter?: number;
  }
}

const ARROWS = ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"];

const activities = (page: Page): Locator => page.locator("[data-activity]:visible");

/** What is planned by its own hour, in the middle of the plan. */
function planned(page: Page, n: number): Locator {
  return activities(page)
    .filter({ hasText: `number ${n},` })
    .first();
}

/** Where one takes hold of an activity. */
async function grip(page: Page, block: Locator): Promise<{ x: number; y: number }> {
  await block.scrollIntoViewIfNeeded();
  // What comes into view gets its own size with the next frame, and moves what follows it.
  await drawn(page);
  const box = await block.boundingBox();
  if (!box) throw new Error("There is nothing to take hold of.");
  return { x: box.x + box.width / 2, y: box.y + 8 };
}

/** Lifts activities and carries them with the arrows, a frame for each press. */
export async function carryWithKeys(page: Page, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    await planned(page, 31 + n).focus();
    await page.keyboard.press("Space");
    for (const key of ARROWS) {
      await page.keyboard.press(key);
      await drawn(page);
    }
    await page.keyboard.press("Space");
    await drawn(page);
  }
}
/** Presses of {@link carryWithKeys} for each activity. */
export const CARRY_PRESSES = ARROWS.length + 2;

/** Moves of each {@link drag}. */
export const DRAG_MOVES = 30;

/** Drags activities onto the next day and some hours further, and drops them. */
export async function drag(page: Page, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const { x, y } = await grip(page, planned(page, 45 + n));
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= DRAG_MOVES; step += 1) {
      await page.mouse.move(x + (step * 180) / DRAG_MOVES, y + (step * 60) / DRAG_MOVES);
      await drawn(page);
    }
    await page.mouse.up();
    await drawn(page);
  }
}

/** Opens activities and closes them. Nothing is looked up while a press is under way: that would be measured too. */
export async function openAndClose(page: Page, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const { x, y } = await grip(page, planned(page, 61 + n));
    await page.mouse.click(x, y);
    await drawn(page);
    await page.locator("[role=dialog] [type=submit]").waitFor();
    await page.keyboard.press("Escape");
    await drawn(page);
    await page.locator("[role=dialog]").waitFor({ state: "detached" });
  }
}

/** Marks activities as done and as planned again, by their key. */
export async function markDone(page: Page, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    await planned(page, 31 + Math.floor(n / 2)).focus();
    await page.keyboard.press("d");
    await drawn(page);
  }
}

/** Goes through the views by their tabs. Gives how long each took to be there, in milliseconds. */
export async function switchViews(page: Page, views: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  for (const view of views) {
    await page.evaluate((wanted) => {
      window.shownAfter = undefined;
      const listen = ({ timeStamp }: Event) => {
        const look = (now: number) => {
          const isShown = document.querySelector(`a[href$="view=${wanted}"][aria-current]`) !== null;
          if (isShown) window.shownAfter = now - timeStamp;
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      document.addEventListener("click", listen, { once: true, capture: true });
    }, view);
    await page.locator(`a[href$="view=${view}"]`).first().click();
    const shown = await page.waitForFunction(() => window.shownAfter);
    took.push((await shown.jsonValue()) ?? 0);
    await drawn(page);
  }
  return took;
}
