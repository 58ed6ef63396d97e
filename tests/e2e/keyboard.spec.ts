import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { shortcut, tabTo, typeInto } from "./keys.ts";
import { Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { makeCommunity, makePeople } from "./world.ts";

const [SUBDOMAIN] = PLACES;

test("without a mouse one signs in, switches community and writes a post", async ({ page }) => {
  const [kim] = await makePeople("Kim Aho");
  const members = [{ person: kim, role: "owner" as const }];
  const birch = await makeCommunity({ name: "Birch Isle", domain: null, members });
  const cedar = await makeCommunity({ name: "Cedar Isle", domain: null, members });
  await page.goto(`${new URL(SUBDOMAIN.at(birch)).origin}/session/start`);
  const signIn = new SignIn(page);
  await tabTo(page, signIn.email);
  await page.keyboard.type(kim.email);
  await tabTo(page, signIn.password);
  await page.keyboard.type(kim.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(SUBDOMAIN.at(birch));

  const switcher = new Switcher(page);
  await shortcut(page, "g s", () => expect(switcher.panel).toBeVisible({ timeout: 5000 }));
  await expect(switcher.search).toBeFocused();
  const rows = switcher.panel.getByRole("listitem").getByRole("link");
  // The communities come after the panel.
  await expect(rows.filter({ hasText: cedar.name })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(switcher.search).toBeFocused();
  await page.keyboard.type("cedar");
  await page.keyboard.press("ArrowDown");
  await expect(switcher.panel.getByRole("link", { name: cedar.name })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(SUBDOMAIN.at(cedar));

  const feed = new Feed(page);
  await tabTo(page, feed.text);
  await page.keyboard.type("Without a mouse.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article", { name: "Post by Kim Aho" })).toContainText("Without a mouse.");
  await expect(feed.text).toHaveValue("");
});

test("the first stop leads past the header, and dialogs give the focus back", async ({ page }) => {
  const [kim] = await makePeople("Kim Aho");
  const isle = await makeCommunity({
    members: [{ person: kim, role: "owner" }],
    posts: [{ by: kim, title: "One", body: "First." }],
  });
  await new SignIn(page).at(SUBDOMAIN.at(isle), kim);
  await page.reload();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  const menu = page.getByRole("button", { name: "More about this post" });
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Copy link" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: "Remove" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Remove this post?" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(menu).toBeFocused();
});

test("a menu opens at its first item also for a key that came before it was fetched", async ({ page }) => {
  const [kim] = await makePeople("Kim Aho");
  const isle = await makeCommunity({
    members: [{ person: kim, role: "owner" }],
    posts: [{ by: kim, title: "One", body: "First." }],
  });
  await new SignIn(page).at(SUBDOMAIN.at(isle), kim);
  await page.reload({ waitUntil: "networkidle" });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/**", async (route) => {
    await released;
    await route.continue();
  });
  const fetching = page.waitForRequest("**/_next/static/chunks/**");
  const menu = page.getByRole("button", { name: "More about this post" });
  await tabTo(page, menu);
  await fetching;
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeHidden();
  release();
  await expect(page.getByRole("menuitem", { name: "Copy link" })).toBeFocused();
});

async function swipeAway(page: Page, notice: Locator): Promise<void> {
  // Waits until it stands still and nothing lies over it.
  await notice.hover();
  const box = await notice.boundingBox();
  if (!box) throw new Error("The notice is not there.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.down();
  await page.mouse.move(x, y + 150, { steps: 6 });
  await page.mouse.up();
}

test("a short notice that had the focus when it went takes it from nobody when the next one goes", async ({
  page,
}) => {
  const [kim] = await makePeople("Kim Aho");
  const isle = await makeCommunity({ members: [{ person: kim, role: "owner" }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle), kim);
  const feed = new Feed(page);
  await feed.write({ title: "One", text: "First." });
  const notices = page.locator("[data-sonner-toast]");
  // They stay while the pointer rests on them.
  await notices.hover();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/*", async (route) => {
    if (route.request().method() === "POST") await answered;
    await route.continue();
  });
  await typeInto(page, feed.text, "Second.");
  await page.keyboard.press("Control+Enter");
  await tabTo(page, notices);
  answer();
  await expect(notices).toHaveCount(2);
  await swipeAway(page, page.locator("[data-sonner-toast]:focus"));
  await expect(notices).toHaveCount(1);

  await notices.hover();
  const events = page.getByRole("navigation").getByRole("link", { name: "Events" }).first();
  await tabTo(page, events);
  await page.mouse.move(0, 0);
  await expect(notices).toHaveCount(0);
  await expect(events).toBeFocused();
});

test("everything that has the focus shows it", async ({ page }) => {
  await page.goto(network("/sign-in"));
  for (let stop = 0; stop < 8; stop++) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return {
        width: Number.parseFloat(style.outlineWidth),
        style: style.outlineStyle,
        shadow: style.boxShadow,
      };
    });
    expect(outline.style !== "none" && outline.width >= 1, JSON.stringify(outline)).toBe(true);
  }
});
