import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { makeCommunity, makePeople } from "./world.ts";

const [SUBDOMAIN] = PLACES;

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("a text is formatted by keyboard, and undone as it was done", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  const feed = new Feed(page);
  await feed.text.focus();
  const tools = feed.composer.getByRole("toolbar", { name: "Format the text" });
  await expect(tools).toBeVisible();

  await page.keyboard.type("bold");
  await press(page, "Shift+Home", "Control+b");
  await expect(feed.text).toHaveValue("**bold**");
  await press(page, "Control+z");
  await expect(feed.text).toHaveValue("bold");
  await press(page, "Control+y", "End", "Enter");
  await page.keyboard.type("- one");
  await press(page, "Enter");
  await page.keyboard.type("two");
  await expect(feed.text).toHaveValue("**bold**\n- one\n- two");
  await press(page, "Enter", "Enter");
  await expect(feed.text).toHaveValue("**bold**\n- one\n- two\n");

  // One stop of the Tab key before the text; the arrows lead on.
  await press(page, "Shift+Tab");
  await expect(tools.getByRole("button", { name: "Bold" })).toBeFocused();
  await press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
  await expect(tools.getByRole("button", { name: "Quote" })).toBeFocused();
  await press(page, "Enter");
  await expect(feed.text).toBeFocused();
  await page.keyboard.type("said");
  await expect(feed.text).toHaveValue("**bold**\n- one\n- two\n> said");

  await feed.composer.getByRole("button", { name: "Preview" }).click();
  await expect(feed.composer.getByRole("listitem").nth(1)).toHaveText("two");
  await expect(feed.composer.locator("blockquote")).toHaveText("said");
});
