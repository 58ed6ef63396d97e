import type { Page } from "playwright/test";

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

  /** Goes to another of one's communities, in the header or, on a community's own domain, by the network's page. */
  async goTo(name: string): Promise<void> {
    await this.trigger.click();
    const elsewhere = this.panel.getByRole("link", { name: "All your communities" });
    const here = this.panel.getByRole("link", { name });
    await elsewhere.or(here).first().waitFor();
    if (await elsewhere.isVisible()) {
      await elsewhere.click();
      await this.page.getByRole("main").getByRole("link", { name }).click();
    } else {
      await here.click();
    }
  }
}
