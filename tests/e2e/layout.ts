import type { Page } from "playwright/test";

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
