import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect } from "./fixtures.ts";

/** How a screen is looked at: the ways that change its colours, its layout, or the side it begins on. */
export interface Look {
  theme: "light" | "dark";
  width: 1440 | 390;
}

export const LOOKS: readonly [Look, ...Look[]] = [
  { theme: "light", width: 390 },
  { theme: "dark", width: 1440 },
  { theme: "dark", width: 390 },
  { theme: "light", width: 1440 },
];

/** Turns a page to a look; what is open on it stays open. */
export async function turn(page: Page, { theme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 844 });
}

/**
 * Everything axe finds fault with, as "rule: element", beside where it was found.
 * @param part where to look, as a selector; the whole page unless given. What opens over a page is looked at by itself.
 */
export async function expectAccessible(page: Page, what: string, part?: string): Promise<void> {
  // Legacy mode looks at this page without opening another; there are no frames to look into.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ rules: { "target-size": { enabled: true } } });
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, any, all } of nodes) {
      const element = target.join(" ");
      // A name cut short where it is drawn ends in dots that nobody says.
      const names = id === "label-content-name-mismatch";
      if (names && (await page.locator(element).first().textContent())?.includes("…")) continue;
      found.push(`${id}: ${element} ${[...any, ...all][0]?.message ?? ""}`);
    }
  }
  expect.soft(found, what).toEqual([]);
}
