import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { Feed, PostPage } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { makeCommunity, makePeople, type Person, postId } from "./world.ts";

const TOLD = /Somebody else has signed in here/;

/** Signs in as somebody else in another tab of the same browser. */
async function switchPerson(page: Page, url: string, person: Person): Promise<void> {
  const tab = await page.context().newPage();
  await tab.context().clearCookies();
  await new SignIn(tab).at(url, person);
  await tab.close();
}

async function makeIsle() {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Osei");
  const isle = await makeCommunity({
    members: [{ person: ana, role: "owner" }, { person: ben }],
    posts: [{ by: ana, title: "Plans", body: "The first text." }],
  });
  return { ana, ben, isle, post: `/p/${postId(isle.slug, "p0")}` };
}

for (const { where, at } of PLACES) {
  test(`an open page does nothing as who signed in beside it ${where}`, async ({ page }) => {
    const { ana, ben, isle, post } = await makeIsle();
    await new SignIn(page).at(at(isle), ana);
    const comments = await page.context().newPage();
    await comments.goto(at(isle, post));
    await switchPerson(page, at(isle), ben);

    const feed = new Feed(page);
    await feed.text.fill("Ana wrote this.");
    await feed.send.click();
    await expect(feed.composer.getByRole("alert")).toContainText(TOLD);
    await expect(feed.text).toHaveValue("Ana wrote this.");
    await page.getByRole("article").getByRole("button", { name: /^Like/ }).click();
    await expect(page.getByText(TOLD).last()).toBeVisible();

    const thread = new PostPage(comments);
    await thread.text.fill("Ana says this.");
    await thread.send.click();
    await expect(thread.comments.getByRole("alert")).toContainText(TOLD);
    await expect(thread.text).toHaveValue("Ana says this.");

    await page.reload();
    await expect(page.getByRole("article")).toHaveCount(1);
    await feed.text.fill("Ben knows who he is.");
    await feed.send.click();
    await expect(page.getByRole("article", { name: "Post by Ben Osei" })).toBeVisible();
    await comments.reload();
    await expect(comments.getByText("Ana says this.")).toHaveCount(0);
  });
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an open page does nothing as who signed in beside it, and keeps the words", async ({ page }) => {
    const { ana, ben, isle } = await makeIsle();
    const home = PLACES[0].at(isle);
    await new SignIn(page).at(home, ana);
    await switchPerson(page, home, ben);
    const feed = new Feed(page);
    await feed.text.fill("Ana wrote this.");
    await feed.send.click();
    await expect(feed.composer.getByRole("alert")).toContainText(TOLD);
    await expect(feed.text).toHaveValue("Ana wrote this.");
    await page.goto(home);
    await expect(page.getByRole("article")).toHaveCount(1);
  });
});
