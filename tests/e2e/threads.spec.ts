import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { PostPage } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import { openWith } from "./support.ts";
import { addComments, makeCommunity, makePeople, postId } from "./world.ts";

const [SUBDOMAIN] = PLACES;

const none = (count: number) => Array.from({ length: count }, () => null);

/** A public post whose comments answer each other as told. */
async function makeTalk(answers: readonly (number | null)[]) {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Cole");
  const isle = await makeCommunity({
    members: [{ person: ana, role: "owner" }, { person: ben }],
    posts: [{ by: ana, title: "Talk", body: "Say something.", visibility: "public" }],
  });
  const ids = await addComments(isle.slug, "p0", ben, answers);
  const path = `/p/${postId(isle.slug, "p0")}`;
  return { ana, ben, ids, path, at: (query = "") => SUBDOMAIN.at(isle, `${path}${query}`) };
}

/** Comment 0 to 39 begin threads; each further one answers the one 40 before it. */
const THOUSAND = [...none(40), ...Array.from({ length: 960 }, (_, n) => n)];

const exactly = (post: PostPage, n: number) => post.comments.getByText(`Comment ${n}.`, { exact: true });

test("a thousand comments come piece by piece, and a link finds the 900th", async ({ page }) => {
  const { ids, at } = await makeTalk(THOUSAND);
  await page.goto(at());
  const post = new PostPage(page);
  const shown = post.comments.getByRole("article");
  await expect(exactly(post, 0)).toBeVisible();
  const first = await shown.count();
  expect(first).toBeLessThanOrEqual(100);
  await new Switcher(page).awake();
  await page.getByRole("link", { name: "Show more comments" }).click();
  await expect(exactly(post, 39)).toBeVisible();
  await expect(page.getByRole("link", { name: "Show more comments" })).toBeHidden();
  const thread = post.comments.getByRole("listitem").filter({ hasText: "Comment 0." });
  await expect(thread.getByText("24 replies").first()).toBeVisible();

  await page.goto(at(`?comment=${ids[900]}#c-${ids[900]}`));
  const found = post.comments.locator("[aria-current=true]");
  await expect(found).toContainText("Comment 900.");
  await expect(found).toBeInViewport();
  await expect(exactly(post, 860)).toBeVisible();
  await expect(exactly(post, 980)).toBeVisible();
  await expect(exactly(post, 0)).toHaveCount(0);
  await page.getByRole("link", { name: "From the start of this thread" }).click();
  await expect(found).toContainText("Comment 20.");
  await page.getByRole("link", { name: "Show all 1,000 comments" }).click();
  await page.getByRole("link", { name: "Newest first" }).click();
  await expect(shown.first()).toContainText("Comment 39.");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("one reads a thousand comments to their end, and one thread to its", async ({ page }) => {
    const { at } = await makeTalk([...none(25), ...Array.from({ length: 90 }, () => 0)]);
    await page.goto(at());
    const post = new PostPage(page);
    await expect(exactly(post, 0)).toBeVisible();
    await page.getByRole("link", { name: "Show more comments" }).click();
    await expect(exactly(post, 24)).toBeVisible();
    const last = exactly(post, 114);
    const more = page.getByRole("link", { name: "Show more replies" });
    let link = page.getByRole("link", { name: "All comments from the start" });
    while (!(await last.isVisible())) {
      const before = page.url();
      await link.click();
      await expect(page).not.toHaveURL(before);
      link = more;
      await expect(last.or(link).first()).toBeVisible();
    }
    await expect(last).toBeVisible();
    await expect(exactly(post, 0)).toBeVisible();
  });
});

test("a deep thread goes on on a page of its own, where one answers", async ({ page }) => {
  const { ana, ids, at, path } = await makeTalk([null, 0, 1, 2, 3, 4, 5, 6]);
  await new SignIn(page).at(at(), ana);
  const post = new PostPage(page);
  await expect(exactly(post, 5)).toBeVisible();
  await expect(exactly(post, 6)).toHaveCount(0);
  await page.getByRole("link", { name: "Continue this thread 2 replies" }).click();
  await expect(page).toHaveURL(`${new URL(at()).origin}${path}?comment=${ids[5]}#c-${ids[5]}`);
  await expect(exactly(post, 7)).toBeVisible();
  await expect(exactly(post, 4)).toBeVisible();
  await post.reply("Comment 7.", "Deep down.");
  await expect(post.comment("Deep down.")).toHaveAccessibleName("Ana Pratt in reply to Ben Cole, level 9");

  // What does not stand on the page is shown on its own.
  await page.goto(at());
  await post.comment("Comment 5.").getByRole("link", { name: "Reply" }).click();
  await post
    .comment("Comment 5.")
    .getByRole("textbox", { name: /^Reply to/ })
    .fill("Out of sight.");
  await post.comment("Comment 5.").getByRole("button", { name: "Send the reply" }).click();
  await expect(post.comments.locator("[aria-current=true]")).toContainText("Out of sight.");
});

async function focused(page: Page): Promise<string> {
  // The page itself, which has the focus when nothing else does, holds the words of every comment.
  return page.evaluate(() => document.activeElement?.closest("article")?.textContent ?? "");
}

test("answers fold away, and keys lead through a thread", async ({ page }) => {
  const { ana, at } = await makeTalk([null, 0, 1, 0, null]);
  await new SignIn(page).at(at(), ana);
  const post = new PostPage(page);
  await expect(post.comments.getByRole("button", { name: "Comment", exact: true })).toBeEnabled();
  const fold = post.comments.getByText("3 replies");
  await fold.focus();
  await page.keyboard.press("Enter");
  await expect(exactly(post, 1)).toBeHidden();
  await fold.click();
  await expect(exactly(post, 1)).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();

  await page.keyboard.press("p");
  await expect.poll(() => focused(page)).toContain("Comment 0.");
  await page.keyboard.press("]");
  await expect.poll(() => focused(page)).toContain("Comment 4.");
  await page.keyboard.press("[");
  await expect.poll(() => focused(page)).toContain("Comment 0.");
  await post.comment("Comment 2.").focus();
  await page.keyboard.press("p");
  await expect.poll(() => focused(page)).toContain("Comment 1.");
  await page.keyboard.press("]");
  await expect.poll(() => focused(page)).toContain("Comment 3.");
  await page.keyboard.press("r");
  await expect(post.comment("Comment 3.").getByRole("textbox", { name: "Reply to Ben Cole" })).toBeFocused();
  await page.keyboard.type("r]");
  await expect(post.comment("Comment 3.").getByRole("textbox")).toHaveValue("r]");
});

test("what was edited shows what it said before, until a moderator takes that away", async ({
  page,
  otherBrowser,
}) => {
  const { ana, ben, at } = await makeTalk([null]);
  await new SignIn(page).at(at(), ben);
  const post = new PostPage(page);
  const comment = post.comment("Comment 0.");
  const menu = page.getByRole("menuitem", { name: "Edit" });
  await openWith(comment.getByRole("button", { name: "More about this comment" }), menu);
  await menu.click();
  await post.comments.getByRole("textbox", { name: "Your comment" }).fill("Comment nought.");
  await post.comments.getByRole("button", { name: "Save" }).click();
  // The words stand there at once; that they were edited is said when they are saved.
  await expect(post.comment("Comment nought.").getByRole("link", { name: /^edited/ })).toBeVisible();

  const visitor = await otherBrowser();
  await visitor.goto(at());
  await visitor.getByRole("link", { name: /^edited/ }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: "Earlier versions" })).toBeVisible();
  const now = visitor.getByRole("listitem").filter({ hasText: "Now" });
  await expect(now.locator("del")).toContainText("0");
  await expect(now.locator("ins")).toContainText("nought");
  await expect(visitor.getByRole("button", { name: "Remove this text" })).toHaveCount(0);

  const moderator = await otherBrowser();
  await new SignIn(moderator).at(visitor.url(), ana);
  await moderator.getByRole("button", { name: "Remove this text" }).click();
  await moderator.getByRole("dialog").getByRole("button", { name: "Remove this text" }).click();
  await expect(moderator.getByText("A moderator took the text of this version away.")).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText("Comment 0.")).toHaveCount(0);
  await expect(visitor.getByText("Comment nought.")).toBeVisible();
});
