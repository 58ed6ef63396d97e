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

test("somebody is mentioned by name, and the post leads to them", async ({ page }) => {
  const [ana, bo] = await makePeople("Ana Pratt", "Bo Lindqvist");
  const isle = await makeCommunity({
    members: [{ person: ana, role: "owner" }, { person: bo }],
    groups: [{ name: "Board", members: [ana] }],
  });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  const feed = new Feed(page);
  await feed.text.focus();
  await expect(feed.composer).toContainText("All 2 members");
  await page.keyboard.type("Ask @lind");
  const people = feed.composer.getByRole("listbox", { name: "Members to mention" });
  await expect(people.getByRole("option", { name: "Bo Lindqvist", selected: true })).toBeVisible();
  await press(page, "Enter");
  await expect(people).toBeHidden();
  await page.keyboard.type("about it.");
  await expect(feed.text).toHaveValue(/^Ask @\[Bo Lindqvist\]\(member:[0-9a-f-]{36}\) about it\.$/);

  await feed.audience.selectOption("Members of the group Board");
  await expect(feed.composer).toContainText("1 member of the group Board");
  await expect(feed.composer).toContainText(
    "Bo Lindqvist does not belong to this group and will not see this.",
  );
  await feed.audience.selectOption("Only you");
  await expect(feed.composer).toContainText("Nobody but you can see this");
  await feed.audience.selectOption("Everybody");
  await expect(feed.composer).toContainText("Everyone, also people without an account");
  await feed.title.fill("A question");
  await feed.send.click();
  const post = await feed.open("A question");
  const link = post.page.getByRole("article").getByRole("link", { name: "@Bo Lindqvist" });
  await expect(link).toHaveAttribute("href", /^\/members\/[0-9a-f-]{36}$/);
});

test("a text that is far too long is answered clearly and kept", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  const feed = new Feed(page);
  const long = `${"word ".repeat(34_600)}end`;
  const title = "Donaudampfschifffahrtsgesellschaft".repeat(8);
  await feed.text.fill(long);
  await feed.title.fill(title);
  await feed.send.click();
  await expect(feed.card(title)).toBeVisible();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await width()).toBeLessThanOrEqual(0);

  await feed.text.fill("word ".repeat(40_001));
  await expect(feed.composer).toContainText("5 characters too many");
  await feed.send.click();
  await expect(feed.composer.getByRole("alert")).toBeVisible();
  await expect(feed.text).toHaveValue("word ".repeat(40_001));
});
