import { expect, test } from "./fixtures.ts";
import { Feed, PostPage } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES, TANGO } from "./places.ts";
import { addMembers, freshWord, makeCommunity, makePeople, postId } from "./world.ts";

const [SUBDOMAIN] = PLACES;

for (const { where, at } of PLACES) {
  test(`a member posts, likes and comments ${where}`, async ({ page }) => {
    const [ana] = await makePeople("Ana Pratt");
    await addMembers(TANGO.slug, { person: ana });
    await new SignIn(page).at(at(TANGO), ana);
    const feed = new Feed(page);
    const title = `Zapatos ${freshWord()}`;
    await feed.write({ title, text: "Busco **suela** de cuero.\n\n- talle 38\n- sin taco" });
    const post = await feed.open(title);
    await expect(page.getByRole("article", { name: title }).getByText("suela", { exact: true })).toHaveCSS(
      "font-weight",
      /^[6-9]00$/,
    );

    await expect(post.like).toHaveAttribute("aria-pressed", "false");
    await post.like.click();
    await expect(post.like).toHaveAttribute("aria-pressed", "true");
    await expect(post.like).toHaveAccessibleName(/1 like$/);

    await post.write("Tengo unos del 38.");
    await post.reply("Tengo unos del 38.", "¿De qué color?");
    await post.reply("¿De qué color?", "Negros.");
    await expect(post.comments.getByText(/level \d$/)).toHaveText([
      "Comment by Ana Pratt, level 1",
      "Ana Pratt in reply to Ana Pratt, level 2",
      "Ana Pratt in reply to Ana Pratt, level 3",
    ]);

    await page.reload();
    await expect(post.like).toHaveAccessibleName(/1 like$/);
    await expect(post.comment("Negros.")).toBeVisible();
    await page.goto(at(TANGO));
    await expect(feed.card(title).getByRole("link", { name: "3 comments" })).toBeVisible();
    await expect(feed.card(title).getByRole("button", { name: /1 like$/ })).toBeVisible();
  });
}

test("what is for members stays with members, what is for oneself with oneself", async ({
  page,
  otherBrowser,
}) => {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Cole");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }, { person: ben }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  const feed = new Feed(page);
  for (const [audience, title] of [
    ["Everybody", "For all"],
    [`Members of ${isle.name}`, "For us"],
    ["Only you", "For me"],
  ] as const) {
    await feed.text.fill(`Text of ${title}`);
    await feed.audience.selectOption(audience);
    await feed.write({ title, text: `Text of ${title}` });
  }
  const member = await otherBrowser();
  await new SignIn(member).at(SUBDOMAIN.at(isle), ben);
  await expect(new Feed(member).card("For us")).toBeVisible();
  await expect(new Feed(member).card("For me")).toHaveCount(0);
  const visitor = await otherBrowser();
  await visitor.goto(SUBDOMAIN.at(isle));
  await expect(new Feed(visitor).card("For all")).toBeVisible();
  await expect(visitor.getByRole("article")).toHaveCount(1);
});

test("a double click makes one post", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  const feed = new Feed(page);
  await feed.text.fill("Said once.");
  await feed.title.fill("Once");
  await feed.send.dblclick();
  await expect(feed.card("Once")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(1);
});

test("an empty post and one that is too long are refused with the text kept", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  const feed = new Feed(page);
  await feed.text.fill("   ");
  await feed.title.fill("Nothing below");
  await feed.send.click();
  await expect(feed.composer.getByRole("alert")).toContainText("Not posted yet");
  await expect(feed.composer.locator("#field-body-error")).toHaveText("This is needed.");
  await expect(feed.title).toHaveValue("Nothing below");

  const long = `${"tide ".repeat(40_000)}!`;
  await feed.text.fill(long);
  await expect(feed.composer.getByText("1 character too many")).toBeVisible();
  await feed.send.click();
  await expect(feed.composer.locator("#field-body-error")).toHaveText("This is too long.");
  await expect(feed.text).toHaveValue(long);
  await feed.text.fill("Short after all.");
  await feed.send.click();
  await expect(feed.card("Nothing below")).toBeVisible();
});

test("two texts for one post: a stale edit keeps both", async ({ page, otherBrowser }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({
    members: [{ person: ana, role: "owner" }],
    posts: [{ by: ana, title: "Plans", body: "The first text." }],
  });
  const path = `/p/${postId(isle.slug, "p0")}/edit`;
  const elsewhere = await otherBrowser();
  for (const browser of [page, elsewhere]) await new SignIn(browser).at(SUBDOMAIN.at(isle, path), ana);
  const text = (browser: typeof page) => browser.getByRole("main").getByRole("textbox", { name: "Text" });
  await text(elsewhere).fill("The text from the other device.");
  await elsewhere.getByRole("button", { name: "Save" }).click();
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Plans" })).toBeVisible();

  await text(page).fill("The text of this device.");
  await page.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("main").getByRole("alert");
  await expect(conflict).toContainText("This was changed in the meantime");
  await conflict.getByText("What is there now").click();
  await expect(conflict).toContainText("The text from the other device.");
  await expect(text(page)).toHaveValue("The text of this device.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Plans" })).toBeVisible();
  await expect(page.getByText("The text of this device.")).toBeVisible();
});

test("a comment on a post that was removed meanwhile is not lost", async ({ page, otherBrowser }) => {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Cole");
  const isle = await makeCommunity({
    members: [{ person: ana, role: "owner" }, { person: ben }],
    posts: [{ by: ana, title: "Short-lived", body: "Soon gone." }],
  });
  const address = SUBDOMAIN.at(isle, `/p/${postId(isle.slug, "p0")}`);
  await new SignIn(page).at(address, ben);
  const post = new PostPage(page);
  await post.text.fill("I had something to say.");

  const author = await otherBrowser();
  await new SignIn(author).at(address, ana);
  await new PostPage(author).remove();
  await expect(author).toHaveURL(SUBDOMAIN.at(isle));

  await post.send.click();
  await expect(post.comments.getByRole("alert")).toContainText("This post was removed in the meantime.");
  await expect(post.text).toHaveValue("I had something to say.");
  const gone = await page.goto(address);
  expect(gone?.status()).toBe(410);
  await expect(page.getByRole("heading", { name: "This post was removed" })).toBeVisible();
});

test("a removed comment keeps the answers to it", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({
    members: [{ person: ana, role: "owner" }],
    posts: [{ by: ana, title: "Thread", body: "Talk here." }],
  });
  await new SignIn(page).at(SUBDOMAIN.at(isle, `/p/${postId(isle.slug, "p0")}`), ana);
  const post = new PostPage(page);
  await post.write("A parent.");
  await post.reply("A parent.", "A child.");
  await post.removeComment("A parent.");
  await expect(post.comment("This comment was removed by its author.")).toBeVisible();
  await expect(post.comment("A child.")).toBeVisible();
  await page.reload();
  await expect(post.comment("A parent.")).toHaveCount(0);
  await expect(post.comment("A child.").getByText("Level 2")).toBeAttached();
});
