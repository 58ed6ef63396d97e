import { expect, type Page } from "playwright/test";

/** The command palette of every host. */
export class Palette {
  constructor(readonly page: Page) {}

  get dialog() {
    return this.page.getByRole("dialog", { name: "Where to?" });
  }

  get search() {
    return this.dialog.getByRole("combobox", { name: "A place, a person, an action" });
  }

  option(name: string | RegExp) {
    return this.dialog.getByRole("option", { name });
  }

  /** Opens it by its key, again where the page was not awake yet. */
  async open(): Promise<void> {
    await expect(async () => {
      if (!(await this.dialog.isVisible())) await this.page.keyboard.press("Control+k");
      await expect(this.dialog).toBeVisible({ timeout: 5000 });
    }).toPass();
    await expect(this.search).toBeFocused();
  }
}
