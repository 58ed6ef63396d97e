import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { makeCommunity, makePeople, type Person, postId } from "./world.ts";

const [SUBDOMAIN] = PLACES;
const DAY = 24 * 60;

function titles(page: Page): Promise<string[]> {
  return page.getByRole("article").getByRole("heading").allTextContents();
}

/** Three posts: the oldest was answered last, the second most. */
function answered(ana: Person, ben: Person) {
  const by = ana.key as never;
  return makeCommunity({
    members: [{ person: ana, role: "owner" }, { person: ben }],
    posts: [
      { by: ana, title: "Newest", body: "Text.", minutesAgo: 60, tags: ["Boats"], visibility: "public" },
      {
        by: ana,
        title: "Liveliest",
        body: "Text.",
        minutesAgo: 2 * DAY,
        visibility: "public",
        tags: ["tides"],
        comments: [
          { author: by, body: "One.", minutesAgo: DAY },
          { author: by, body: "Two.", minutesAgo: DAY - 5 },
        ],
      },
      {
        by: ana,
        title: "Oldest",
        body: "Text.",
        minutesAgo: 40 * DAY,
        visibility: "public",
        tags: ["boats"],
        comments: [{ author: by, body: "Late.", minutesAgo: 20 }],
      },
    ],
  });
}

for (const { where, at } of PLACES) {
  test(`a feed is put in order, narrowed to a tag, and opens as one likes it ${where}`, async ({ page }) => {
    const [ana, ben] = await makePeople("Ana Pratt", "Ben Cole");
    const isle = await answered(ana, ben);
    await page.goto(at(isle, "/?sort=active"));
    await expect(page.getByRole("article")).toHaveCount(3);
    expect(await titles(page)).toEqual(["Oldest", "Newest", "Liveliest"]);
    await expect(page.locator("link[rel=canonical]")).not.toHaveAttribute("href", /sort/);

    await new SignIn(page).at(at(isle), ben);
    await expect(page.getByRole("article")).toHaveCount(3);
    expect(await titles(page)).toEqual(["Newest", "Liveliest", "Oldest"]);
    const sorts = page.getByRole("navigation", { name: "Order of posts" });
    await sorts.getByRole("link", { name: "Top" }).click();
    await expect(page).toHaveURL(/sort=week/);
    await expect.poll(() => titles(page)).toEqual(["Liveliest"]);
    await sorts.getByRole("link", { name: "Active" }).click();
    await expect.poll(() => titles(page)).toEqual(["Oldest", "Newest", "Liveliest"]);
    await page.getByRole("button", { name: "Always open here" }).click();
    await expect(page.getByRole("button", { name: "Always open here" })).toBeHidden();
    await page.goto(at(isle));
    await expect(sorts.getByRole("link", { name: "Active" })).toHaveAttribute("aria-current", "page");

    await page.getByRole("article", { name: "Newest" }).getByRole("link", { name: "Boats" }).click();
    await expect(page).toHaveURL(/tag=Boats/);
    await expect.poll(() => titles(page)).toEqual(["Oldest", "Newest"]);
    await page.goto(at(isle, "/?tag=nothing"));
    await expect(page.getByText("Nothing here matches")).toBeVisible();
    await page.getByRole("link", { name: "Clear the filter" }).click();
    await expect(page.getByRole("article")).toHaveCount(3);
  });
}

test("a member asks a question, finds it under its type, and leaves announcing to others", async ({
  page,
}) => {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Cole");
  const isle = await answered(ana, ben);
  await new SignIn(page).at(SUBDOMAIN.at(isle), ben);
  const feed = new Feed(page);
  await feed.text.click();
  const type = feed.composer.getByRole("combobox", { name: "Type of post" });
  await expect(type.getByRole("option")).toHaveText(["Discussion", "Question"]);
  await type.selectOption("Question");
  await feed.write({ title: "Which tide?", text: "See https://tides.example/today" });
  await expect(feed.card("Which tide?").getByRole("listitem")).toHaveText(["Question", "Link"]);

  const filters = page.getByRole("navigation", { name: "Filters" });
  await filters.getByRole("link", { name: "Questions" }).click();
  await expect(page).toHaveURL(/[?&]type=question$/);
  await expect.poll(() => titles(page)).toEqual(["Which tide?"]);
  await expect(filters.getByRole("link", { name: /^Questions/ })).toHaveAttribute("aria-current", "true");
  await filters.getByRole("link", { name: "Announcements" }).click();
  await expect(page.getByText("No announcements yet")).toBeVisible();
  await page.goto(SUBDOMAIN.at(isle, "/?type=link&sort=active"));
  expect(await titles(page)).toEqual(["Which tide?"]);
});

test("what one saves is found again, here and over all communities", async ({ page }) => {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Cole");
  const isle = await answered(ana, ben);
  await new SignIn(page).at(SUBDOMAIN.at(isle), ben);
  const save = new Feed(page).card("Liveliest").getByRole("button", { name: "Save for later" });
  const arrived = page.waitForResponse((answer) => answer.url().endsWith("/bookmark"));
  await save.click();
  await expect(save).toHaveAttribute("aria-pressed", "true");
  expect((await arrived).status()).toBe(200);
  await page.getByRole("link", { name: "Saved" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Saved" })).toBeVisible();
  await expect.poll(() => titles(page)).toEqual(["Liveliest"]);

  await page.goto(network("/saved"));
  const card = page.getByRole("article", { name: "Liveliest" });
  await expect(card.getByRole("link", { name: isle.name })).toBeVisible();
  await new Switcher(page).awake();
  const taken = page.waitForResponse((answer) => answer.url().endsWith("/bookmark"));
  await card.getByRole("button", { name: "Save for later" }).click();
  expect((await taken).status()).toBe(200);
  await page.reload();
  await expect(page.getByText("Nothing saved yet")).toBeVisible();
});

test("newer posts are announced and wait until they are asked for; what is new since is marked", async ({
  page,
  otherBrowser,
}) => {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Cole");
  const isle = await answered(ana, ben);
  await new SignIn(page).at(SUBDOMAIN.at(isle), ben);
  const seen = page.waitForResponse((answer) => answer.url().endsWith("/feed/seen"));
  await expect(page.getByRole("article")).toHaveCount(3);
  expect((await seen).status()).toBe(200);

  const other = await otherBrowser();
  await new SignIn(other).at(SUBDOMAIN.at(isle), ana);
  await new Feed(other).write({ title: "Just in", text: "News." });
  const pill = page.getByRole("button", { name: "1 new post" });
  await expect(async () => {
    // As if somebody came back to the page: it asks at once.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(pill).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(page.getByRole("status").filter({ hasText: "1 new post" })).toBeAttached();
  await expect(page.getByRole("article")).toHaveCount(3);
  const seenMore = page.waitForResponse((answer) => answer.url().endsWith("/feed/seen"));
  await pill.click();
  await expect(page.getByRole("link", { name: "Just in" })).toBeFocused();
  await expect(pill).toBeHidden();
  await seenMore;

  await new Feed(other).write({ title: "And more", text: "News." });
  await page.reload();
  const line = page.getByText("New since you were here");
  await expect(line).toBeVisible();
  const order = (await page.getByRole("main").textContent()) ?? "";
  expect(order.indexOf("And more")).toBeLessThan(order.indexOf("New since you were here"));
  expect(order.indexOf("New since you were here")).toBeLessThan(order.indexOf("Just in"));
});

test("single keys walk through a feed, and can be switched off", async ({ page }) => {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Cole");
  const isle = await answered(ana, ben);
  await new SignIn(page).at(SUBDOMAIN.at(isle), ben);
  const feed = new Feed(page);
  const [newest, liveliest] = [feed.card("Newest"), feed.card("Liveliest")];
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(newest).toBeFocused({ timeout: 5000 });
  }).toPass();
  await page.keyboard.press("j");
  await expect(liveliest).toBeFocused();
  await page.keyboard.press("k");
  await expect(newest).toBeFocused();
  await page.keyboard.press("l");
  await expect(newest.getByRole("button", { name: /^Like/ })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("b");
  await expect(newest.getByRole("button", { name: "Save for later" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("c");
  await expect(feed.text).toBeFocused();
  await page.keyboard.type("jk");
  await expect(feed.text).toHaveValue("jk");
  await page.evaluate(() => {
    localStorage.setItem("archipelago:shortcuts", "off");
    (document.activeElement as HTMLElement).blur();
  });
  await page.keyboard.press("j");
  await expect(page.locator("article:focus")).toHaveCount(0);
  await page.evaluate(() => localStorage.removeItem("archipelago:shortcuts"));
  await liveliest.getByRole("link", { name: "Liveliest" }).focus();
  await page.keyboard.press("o");
  await expect(page).toHaveURL(new RegExp(postId(isle.slug, "p1")));
});

test("going back from a post finds the list as it was left", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({
    members: [{ person: ana, role: "owner" }],
    posts: Array.from({ length: 45 }, (_, n) => ({ by: ana, title: `Post ${n + 1}`, body: "Text." })),
  });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  await new Switcher(page).awake();
  await page.getByRole("link", { name: "Show more" }).click();
  await expect(page.getByRole("article")).toHaveCount(40);
  const far = page.getByRole("article", { name: "Post 33", exact: true });
  await far.scrollIntoViewIfNeeded();
  await far.getByRole("link", { name: "Post 33", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Post 33" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("article")).toHaveCount(40);
  await expect(far).toBeInViewport();
});

test("signing out takes drafts off the device", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  await new Feed(page).text.fill("Nobody else’s business.");
  const stored = () => page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(stored).toContain("Nobody else");
  await page.getByRole("button", { name: "Your menu" }).click();
  await page.getByRole("menuitem", { name: "Sign out here" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  expect(await stored()).not.toContain("Nobody else");
});
