import type { Locator, Page } from "playwright/test";
import { expect } from "./fixtures.ts";

const MOST_STOPS = 90;

/** Presses Tab until something has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

/** Goes to a link or button by Tab and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Goes to a field by Tab and types into it. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Presses the keys of a shortcut, again where the page was not awake yet, until what they do is seen. */
export async function shortcut(page: Page, keys: string, done: () => Promise<void>): Promise<void> {
  await expect(async () => {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
    await done();
  }).toPass({ timeout: 15_000 });
}
