import { personId } from "../../supabase/local/demo/people-rows.ts";
import { expect, test } from "./fixtures.ts";
import { comment, makeIsles, openInbox } from "./isles.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { postId, setMembership } from "./world.ts";

const [{ at }] = PLACES;

test("a mention arrives live in the open inbox, and what is read here is read on another device", async ({
  page,
  otherBrowser,
}) => {
  const { ana, ben, birch, cedar } = await makeIsles();
  const other = await otherBrowser();
  await new SignIn(page).onNetwork(ana);
  await new SignIn(other).onNetwork(ana);
  await openInbox(page);
  await expect(page.getByText("You are up to date")).toBeVisible();
  await openInbox(other);

  await comment(birch.slug, ben, `@[Ana](member:${personId(ana.key)}) did you see?`);
  const mention = page.getByRole("link", { name: /Ben Ortiz mentioned you/ });
  await expect(mention).toBeVisible();
  await expect(mention).toHaveAccessibleName(/^Unread/);
  await expect(page.getByRole("link", { name: /^Inbox.*1 unread/ })).toBeVisible();
  await expect(other.getByRole("link", { name: /mentioned you/ })).toBeVisible();

  await comment(cedar.slug, ben, "Not here.");
  await expect(page.getByRole("link", { name: /Ben Ortiz replied to you/ })).toBeVisible();

  // One of them opened, which leads to its community; the other marked by a key.
  await mention.click();
  await expect(page).toHaveURL(new RegExp(`^${at(birch, "/p/").replace(/[.]/g, "\\.")}`));
  await expect(page.getByRole("article").filter({ hasText: "did you see?" })).toBeVisible();
  await expect(other.getByRole("link", { name: /mentioned you/ })).toHaveAccessibleName(/^Ben/);
  await other.keyboard.press("j");
  await expect(other.locator("[data-post]").first()).toBeFocused();
  await other.keyboard.press("e");
  await expect(other.getByRole("link", { name: /replied to you/ })).toHaveAccessibleName(/^Ben/);
  await expect(other.getByRole("link", { name: "Inbox", exact: true })).toBeVisible();

  // The same by the API, which tells the open page too.
  await comment(birch.slug, ben, `@[Ana](member:${personId(ana.key)}) and now?`);
  await expect(other.getByRole("link", { name: /mentioned you/ })).toHaveAccessibleName(/^Unread/);
  const asked = await other.evaluate(async (slug) => {
    const part = `/api/v1/inbox?filter=mentions&community=${slug}`;
    const json = async (path: string, init?: RequestInit) => (await fetch(path, init)).json();
    const before = await json(part);
    const headers = { "content-type": "application/json" };
    const post = (body: object) =>
      json("/api/v1/inbox", { method: "POST", headers, body: JSON.stringify(body) });
    const ids = [before.items[0].id];
    const marked = [await post({ ids }), await post({ ids }), await post({})];
    return { before: before.items[0].unread, marked, after: (await json(part)).items[0].unread };
  }, birch.slug);
  expect(asked).toMatchObject({
    before: true,
    marked: [{ marked: 1 }, { marked: 0 }, { code: "invalid" }],
    after: false,
  });
  await expect(other.getByRole("link", { name: /mentioned you/ })).toHaveAccessibleName(/^Ben/);

  // Read where it stands, without the inbox; a page that is only fetched reads nothing.
  await comment(birch.slug, ben, `@[Ana](member:${personId(ana.key)}) once more?`);
  await expect(other.getByRole("link", { name: /mentioned you/ })).toHaveAccessibleName(/^Unread/);
  const path = `/p/${postId(birch.slug, "p0")}`;
  expect(await page.evaluate(async (part) => (await fetch(part)).text(), path)).toContain("once more?");
  await other.reload();
  await expect(other.getByRole("link", { name: /mentioned you/ })).toHaveAccessibleName(/^Unread/);
  await page.goto(at(birch, path));
  await expect(other.getByRole("link", { name: /mentioned you/ })).toHaveAccessibleName(/^Ben/);

  // A membership that is lost takes its lines along, and nothing of it comes any more.
  await setMembership(cedar.slug, ana, "suspended");
  await comment(cedar.slug, ben, `@[Ana](member:${personId(ana.key)}) not for you.`);
  await expect(other.getByText("Cedar Isle")).toHaveCount(0);
  await expect(other.getByRole("link", { name: /replied to you/ })).toHaveCount(0);
  await comment(birch.slug, ben, `@[Ana](member:${personId(ana.key)}) and here?`);
  await expect(other.getByRole("link", { name: /mentioned you/ })).toHaveAccessibleName(/^Unread/);
  await expect(other.locator("[data-post]")).toHaveCount(1);
});

test.describe("before scripts arrive", () => {
  test.use({ javaScriptEnabled: false });

  test("the inbox is filtered, read and muted", async ({ page }) => {
    const { ana, ben, birch, cedar } = await makeIsles();
    await comment(birch.slug, ben, `@[Ana](member:${personId(ana.key)}) did you see?`);
    await comment(cedar.slug, ben, "Not here.");
    await new SignIn(page).onNetwork(ana);
    await page.goto(network("/inbox"));
    const main = page.getByRole("main");
    const lines = main.locator("[data-post]");
    await expect(lines).toHaveCount(2);
    await main.getByRole("link", { name: "Mentions" }).click();
    await expect(lines).toHaveCount(1);
    await main.getByRole("link", { name: "Cedar Isle" }).click();
    await expect(main.getByText("Nothing here")).toBeVisible();
    await main.getByRole("link", { name: "All", exact: true }).click();
    await expect(lines).toHaveCount(1);
    await main.getByRole("button", { name: "a day" }).click();
    await expect(main.getByText(/^Muted until/)).toBeVisible();
    await page.goto(network("/inbox"));
    await expect(lines).toHaveCount(1);
    await main.getByRole("button", { name: "Mark all as read" }).click();
    await expect(main.getByRole("button", { name: "Mark as read" })).toHaveCount(0);
    await expect(lines).toHaveCount(1);
  });
});
