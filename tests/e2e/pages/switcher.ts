import { expect, type Page } from "playwright/test";

/** The switcher in the header of every host. */
export class Switcher {
  constructor(readonly page: Page) {}

  get trigger() {
    return this.page.getByRole("banner").getByRole("link", { name: "Switch community" });
  }

  get panel() {
    return this.page.getByRole("dialog", { name: "Your communities" });
  }

  get search() {
    return this.panel.getByRole("searchbox", { name: "Search your communities" });
  }

  /** Waits until the page is awake: before that links and forms do what they do without scripts. */
  async awake(): Promise<void> {
    await expect(this.trigger).toHaveAttribute("aria-haspopup", "dialog");
  }

  /** Opens the list beside its button, once the page is awake: before that the button leads to a page. */
  async open(): Promise<void> {
    await this.awake();
    await this.trigger.click();
    await expect(this.panel).toBeVisible();
  }

  /** Goes to another of one's communities: by the header's list, or by the network's page where that is not to be had. */
  async goTo(name: string): Promise<void> {
    await this.trigger.click();
    const elsewhere = this.panel.getByRole("link", { name: "All your communities" });
    const there = this.page.getByRole("search").getByRole("link", { name });
    await expect(elsewhere.or(there)).toBeVisible();
    if (await elsewhere.isVisible()) await elsewhere.click();
    await there.click();
  }
}
