import { expect, type Page } from "playwright/test";
import { tabTo } from "../keys.ts";
import { network } from "../support.ts";

/** The steps in which one founds a community. */
export class Founding {
  constructor(readonly page: Page) {}

  get name() {
    return this.page.getByRole("textbox", { name: "Name", exact: true });
  }

  get address() {
    return this.page.getByRole("textbox", { name: "Address" });
  }

  get sentence() {
    return this.page.getByRole("textbox", { name: /^In one sentence/ });
  }

  get next() {
    return this.page.getByRole("button", { name: "Next", exact: true });
  }

  get back() {
    return this.page.getByRole("button", { name: "Back", exact: true });
  }

  get found() {
    return this.page.getByRole("button", { name: "Found it" });
  }

  /** The heading of a step, from 1. */
  step(n: number) {
    return this.page.getByRole("heading", { level: 2, name: `Step ${n} of 5` });
  }

  /** Goes on to a step. */
  async goOn(to: number): Promise<void> {
    await this.next.click();
    await expect(this.step(to)).toBeFocused();
  }

  /** Founds by Tab, arrows, typing and Enter alone: a club that answers each request to join. */
  async byKeyboard({
    name,
    slug,
    sentence,
  }: {
    name: string;
    slug: string;
    sentence: string;
  }): Promise<void> {
    const { page } = this;
    const enter = async (step: number) => {
      await page.keyboard.press("Enter");
      await expect(this.step(step)).toBeFocused();
    };
    await expect(this.next).toBeEnabled();
    await tabTo(page, this.name);
    await page.keyboard.type(name);
    await expect(page.getByText(`${slug}.${new URL(network()).host} is free.`)).toBeVisible();
    await enter(2);
    await tabTo(page, page.getByRole("radio", { name: /^Something else/ }));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: /^Club or hobby/ })).toBeChecked();
    await tabTo(page, this.sentence);
    await page.keyboard.type(sentence);
    await enter(3);
    await tabTo(page, page.getByRole("textbox", { name: "Colour as a code" }));
    await enter(4);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("combobox", { name: "Language" })).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await tabTo(page, this.next);
    await enter(5);
    await tabTo(page, page.getByRole("radio", { name: /^Open/ }));
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: /^On request/ })).toBeChecked();
    await page.keyboard.press("Enter");
  }
}
