import type { Page } from "playwright/test";
import { expect } from "./fixtures.ts";

// 320 px is also what a desk's screen shows at four times its size.
const WIDTHS = [320, 390, 1280] as const;

/** What makes a page wider than its window, as "tag.class: from-to px"; nothing where the page fits. */
export function findWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return [];
    const clipped = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== "visible" || clipped(element.parentElement));
    const out = [...document.querySelectorAll("body *")].flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0 || (right <= root.clientWidth + 1 && left >= -1)) return [];
      if (clipped(element.parentElement)) return [];
      return [
        `${element.tagName}.${element.getAttribute("class")}: ${Math.round(left)}-${Math.round(right)} px`,
      ];
    });
    return [`${over} px too wide`, ...out.slice(0, 12)];
  });
}

/** A page has a title and one heading above all others, and nothing sticks out of it on any screen. */
export async function expectWhole(page: Page, url: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }), url).toHaveCount(1);
  await expect(page, url).toHaveTitle(/\S/);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    expect(await findWide(page), `${url} at ${width} px`).toEqual([]);
  }
}
