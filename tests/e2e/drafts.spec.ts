import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { Feed, PostPage } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { makeCommunity, makePeople, postId } from "./world.ts";

for (const { where, at } of PLACES) {
  test(`a draft survives a reload and a send without a connection ${where}`, async ({ page, context }) => {
    const [ana] = await makePeople("Ana Pratt");
    const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
    await new SignIn(page).at(at(isle), ana);
    const feed = new Feed(page);
    await feed.text.fill("Words that must not go.");
    await feed.title.fill("Kept");
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).length)).toBeGreaterThan(0);
    await page.reload();
    await expect(feed.text).toHaveValue("Words that must not go.");
    await expect(feed.title).toHaveValue("Kept");
    await expect(feed.composer).toContainText("Draft kept on this device");

    await context.setOffline(true);
    await expect(feed.composer.getByRole("status")).toContainText("You are offline");
    await feed.send.click();
    await expect(feed.composer.getByRole("status")).toContainText("Waiting for the connection");
    await expect(feed.text).toHaveValue("Words that must not go.");
    await context.setOffline(false);
    await expect(feed.card("Kept")).toBeVisible();
    await expect(feed.text).toHaveValue("");
    await page.reload();
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(feed.text).toHaveValue("");
  });
}

test("a comment's draft survives too, each in its own place", async ({ page, context }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({
    members: [{ person: ana, role: "owner" }],
    posts: [
      { by: ana, title: "One", body: "First." },
      { by: ana, title: "Two", body: "Second." },
    ],
  });
  const address = (key: string) => PLACES[0].at(isle, `/p/${postId(isle.slug, key)}`);
  await new SignIn(page).at(address("p0"), ana);
  const post = new PostPage(page);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await post.text.fill("Half a thought");
  await post.send.click();
  await expect(post.comments.getByRole("status").filter({ hasText: "Waiting" })).toBeVisible();
  await expect(post.text).toHaveValue("Half a thought");
  await context.setOffline(false);
  await expect(post.comment("Half a thought")).toBeVisible();

  await post.text.fill("Another half");
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("Another half");
  await page.goto(address("p1"));
  await expect(post.text).toHaveValue("");
  await page.goto(address("p0"));
  await expect(post.text).toHaveValue("Another half");
});

test("a draft can be thrown away", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
  await new SignIn(page).at(PLACES[0].at(isle), ana);
  const feed = new Feed(page);
  await feed.text.fill("Never mind.");
  await feed.composer.getByRole("button", { name: "Discard the draft" }).click();
  await expect(feed.text).toHaveValue("");
  await page.reload();
  await expect(feed.text).toHaveValue("");
});

/** Keeps the scripts of pages from arriving until what it gives is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let wakeUp = () => {};
  const awake = new Promise<void>((resolve) => {
    wakeUp = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await awake;
    await route.continue();
  });
  return wakeUp;
}

for (const stored of [false, true]) {
  test(`what is typed before scripts arrive is kept${stored ? ", below the draft from before" : ""}`, async ({
    page,
  }) => {
    const [ana] = await makePeople("Ana Pratt");
    const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
    const home = PLACES[0].at(isle);
    await new SignIn(page).at(home, ana);
    const feed = new Feed(page);
    if (stored) {
      await feed.text.fill("From yesterday.");
      await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("yesterday");
    }
    const wakeUp = await holdScripts(page);
    await page.goto(home, { waitUntil: "commit" });
    await feed.text.fill("Typed early.");
    wakeUp();
    await expect(feed.title).toBeVisible();
    await expect(feed.text).toHaveValue(stored ? "From yesterday.\n\nTyped early." : "Typed early.");
    await feed.title.fill("Early");
    await feed.send.click();
    await expect(feed.card("Early")).toContainText("Typed early.");
  });
}

test("an edit begun before scripts arrive is the one that is saved", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({
    members: [{ person: ana, role: "owner" }],
    posts: [{ by: ana, title: "Plans", body: "The first text." }],
  });
  await new SignIn(page).at(PLACES[0].at(isle), ana);
  const wakeUp = await holdScripts(page);
  await page.goto(PLACES[0].at(isle, `/p/${postId(isle.slug, "p0")}/edit`), { waitUntil: "commit" });
  const text = page.getByRole("main").getByRole("textbox", { name: "Text" });
  await text.fill("The early text.");
  wakeUp();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto(PLACES[0].at(isle, `/p/${postId(isle.slug, "p0")}`));
  await expect(page.getByRole("article", { name: "Plans" })).toContainText("The early text.");
});

test("a page that wakes up never holds the text it came with in place of what was typed", async ({
  page,
}) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ rules: "1. Be kind.", members: [{ person: ana, role: "owner" }] });
  await new SignIn(page).at(PLACES[0].at(isle), ana);
  // Whoever presses Save between two such moments would send what they did not write.
  await page.addInitScript(() => {
    const kept = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
    const put: string[] = [];
    Object.assign(window, { put });
    Object.defineProperty(HTMLTextAreaElement.prototype, "value", {
      ...kept,
      set(text: string) {
        if (this.name === "rules") put.push(text);
        kept?.set?.call(this, text);
      },
    });
  });
  const wakeUp = await holdScripts(page);
  await page.goto(PLACES[0].at(isle, "/settings"), { waitUntil: "commit" });
  const rules = page.getByRole("textbox", { name: /^Rules/ });
  await rules.fill("1. Be early.");
  wakeUp();
  await new Switcher(page).awake();
  await expect(rules).toHaveValue("1. Be early.");
  expect(await page.evaluate(() => (window as unknown as { put: string[] }).put)).not.toContain(
    "1. Be kind.",
  );
});

test("what is typed in the very moment a page wakes up is kept", async ({ page }) => {
  // Types after React has looked at the field and before its effects run, as a quick hand does now and then.
  await page.addInitScript(() => {
    const find = document.getElementById.bind(document);
    let typed = false;
    document.getElementById = (id) => {
      const field = find(id);
      if (!typed && field instanceof HTMLInputElement && field.name === "email") {
        typed = true;
        queueMicrotask(() => {
          field.value = "quick@example.test";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.dataset.typed = "yes";
        });
      }
      return field;
    };
  });
  await page.goto(network("/sign-in"));
  const { email, submit } = new SignIn(page);
  await expect(email).toHaveAttribute("data-typed", "yes");
  await submit.click();
  await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
  await expect(email).toHaveValue("quick@example.test");
});
