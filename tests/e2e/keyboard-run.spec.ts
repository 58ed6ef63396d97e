import { expect, test } from "./fixtures.ts";
import { press, shortcut, tabTo, typeInto } from "./keys.ts";
import { Feed, PostPage } from "./pages/community.ts";
import { Founding } from "./pages/founding.ts";
import { Palette } from "./pages/palette.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { network, subdomain } from "./support.ts";
import { freshWord, makePeople } from "./world.ts";

test("with the keyboard alone one founds a community, looks after it, writes, answers and leaves", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const soon = { timeout: 2000 };
  const [kim] = await makePeople("Kim Aho");
  const word = freshWord();
  const isle = (path = "/") => subdomain(`reef-${word}`, path);
  const main = page.getByRole("main");

  await page.goto(network());
  await press(page, page.getByRole("banner").getByRole("link", { name: "Sign in" }));
  const signIn = new SignIn(page);
  await typeInto(page, signIn.email, kim.email);
  await typeInto(page, signIn.password, kim.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Hello, ${kim.name}` })).toBeVisible();

  await press(page, main.getByRole("link", { name: "Found a community" }).first());
  await new Founding(page).byKeyboard({
    name: `Reef ${word}`,
    slug: `reef-${word}`,
    sentence: "Under the surface.",
  });
  await expect(page).toHaveURL(isle());

  const feed = new Feed(page);
  await shortcut(page, "c", () => expect(feed.text).toBeFocused(soon));
  await page.keyboard.type("The tide is out.");
  await tabTo(page, feed.audience);
  await page.keyboard.press("Home");
  await expect(feed.audience.locator("option:checked")).toHaveText("Everybody");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("shore");
  await page.keyboard.press("Enter");
  const card = feed.card("Post by Kim Aho");
  await expect(card).toContainText("The tide is out.");

  await tabTo(page, main.getByRole("link", { name: "Active" }));
  await shortcut(page, "j", () => expect(card).toBeFocused(soon));
  await page.keyboard.press("l");
  await expect(card.getByRole("button", { name: /^Like/ })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("b");
  await expect(card.getByRole("button", { name: /^Sav/ })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/p\//);

  const post = new PostPage(page);
  await shortcut(page, "r", () => expect(post.text).toBeFocused(soon));
  await page.keyboard.type("I saw it too.");
  await page.keyboard.press("Control+Enter");
  const comment = post.comment("I saw it too.");
  await expect(comment).toBeVisible();
  await press(page, comment.getByRole("link", { name: "Reply" }));
  await expect(comment.getByRole("textbox", { name: /^Reply to/ })).toBeFocused();
  await page.keyboard.type("At dawn.");
  await page.keyboard.press("Control+Enter");
  await expect(post.comment("At dawn.").last()).toBeVisible();
  await press(page, page.getByRole("button", { name: "More about this post" }));
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.type("Pin");
  await expect(page.getByRole("menuitem", { name: /^Pin/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(
    page
      .getByRole("status")
      .or(page.getByRole("listitem"))
      .getByText(/pinned/i)
      .first(),
  ).toBeVisible();

  await shortcut(page, "g e", () => expect(page).toHaveURL(isle("/events"), soon));
  await press(page, main.getByRole("link", { name: "Announce an event" }).first());
  await typeInto(page, main.getByRole("textbox", { name: "Title" }), "Night swim");
  // Browsers order day and month, and write the hours, as their own language does: these are the same in all.
  await typeInto(page, main.getByLabel("From"), "06062031");
  await typeInto(page, main.getByLabel("At").first(), "0930A");
  await press(page, main.getByRole("button", { name: "Announce it" }));
  await expect(page.getByRole("heading", { level: 1, name: "Night swim" })).toBeVisible();

  await press(page, page.getByRole("link", { name: "Settings" }).first());
  await typeInto(page, main.getByRole("textbox", { name: /^In one sentence/ }), " And above.");
  await press(page, main.getByRole("button", { name: "Save" }).first());
  await expect(page.getByText("Saved").first()).toBeVisible();
  await expect(page).toHaveURL(isle("/settings?saved=1"));
  await page.waitForLoadState();
  await new Switcher(page).awake();

  const palette = new Palette(page);
  await palette.open();
  await page.keyboard.type("account");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(network("/account"));
  await tabTo(page, main.getByRole("radio", { name: "As my device has it" }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await press(page, main.getByRole("button", { name: "Save" }));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await shortcut(page, "g a", () => expect(page).toHaveURL(network("/feed"), soon));
  await expect(feed.card("Post by Kim Aho")).toContainText("The tide is out.");
  await press(page, page.getByRole("banner").getByRole("link", { name: /^Your menu/ }));
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem").last()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto(isle());
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
});
