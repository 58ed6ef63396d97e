import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { network } from "./support.ts";
import { makePeople } from "./world.ts";

const activities = (page: Page) => page.locator("[data-activity]:visible");
const activity = (page: Page, name: string) => activities(page).filter({ hasText: name });

async function begin(page: Page, title: string, ...ideas: string[]): Promise<void> {
  await page.goto(network("/journeys"));
  await page.getByLabel("Name of the journey").fill(title);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await new Switcher(page).awake();
  for (const idea of ideas) await addIdea(page, idea);
}

async function addIdea(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  const adding = page.getByRole("dialog", { name: "Add to this journey" });
  await adding.getByRole("button", { name: "In my own words" }).click();
  await adding.getByLabel(/^What/).fill(title);
  await adding.getByRole("button", { name: "Add it" }).click();
  await expect(activity(page, title)).toBeVisible();
}

async function save(page: Page): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
}

test("ideas are put in order by keys and by their menu", async ({ page }) => {
  const [rosa] = await makePeople("Rosa Vell");
  await new SignIn(page).onNetwork(rosa);
  await begin(page, "Three ideas", "Fish market", "Sail loft", "Old pier");

  await activity(page, "Old pier").focus();
  await page.keyboard.press("Space");
  const said = page.getByRole("status");
  await expect(said.filter({ hasText: "Old pier lifted: place 3 of 3" })).toBeAttached();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(said.filter({ hasText: "place 1 of 3" })).toBeAttached();
  await page.keyboard.press("Space");
  await expect(said.filter({ hasText: "Old pier is now at place 1 of 3" })).toBeAttached();
  await expect(activities(page)).toHaveText(["Old pier", "Fish market", "Sail loft"]);
  await expect(activity(page, "Old pier")).toBeFocused();

  await page.getByRole("button", { name: "What to do with “Sail loft”" }).click();
  await page.getByRole("menuitem", { name: "Up" }).click();
  await expect(activities(page)).toHaveText(["Old pier", "Sail loft", "Fish market"]);
  await expect(page.getByText("Moved to place 2 of 3.")).toBeVisible();
});

test("what cannot be saved stays to be tried again, what was removed comes back with it", async ({
  page,
  otherBrowser,
}) => {
  const [rosa] = await makePeople("Rosa Vell");
  await new SignIn(page).onNetwork(rosa);
  await begin(page, "Kept words", "Fish market");

  await page.route("**/journeys/*", (route) =>
    route.request().method() === "POST" ? route.abort() : route.fallback(),
  );
  await activity(page, "Fish market").click();
  const open = page.getByRole("dialog");
  await open.getByLabel(/^What/).fill("Herring market");
  await open.getByLabel("State").selectOption("Done");
  await open.getByLabel(/^How it was/).fill("Loud and wet.");
  await save(page);
  const failed = page.getByText("“Fish market”: your change could not be saved");
  await expect(failed).toBeVisible();
  await activity(page, "Fish market").click();
  await expect(open.getByLabel(/^What/)).toHaveValue("Herring market");
  await expect(open.getByLabel(/^How it was/)).toHaveValue("Loud and wet.");
  await open.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("link", { name: "All journeys" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Journeys" })).toBeVisible();
  await page.goBack();
  await expect(failed).toBeVisible();
  await page.unroute("**/journeys/*");
  await page.getByRole("main").getByRole("button", { name: "Try again" }).click();
  await expect(activity(page, "Herring market")).toBeVisible();
  await expect(page.getByText("Loud and wet.")).toBeVisible();
  await expect(failed).toHaveCount(0);

  const other = await otherBrowser();
  await new SignIn(other).onNetwork(rosa);
  await other.goto(page.url());
  await new Switcher(other).awake();
  await activity(page, "Herring market").click();
  await open.getByLabel(/^Where/).fill("Whitby");
  await other.getByRole("button", { name: "What to do with “Herring market”" }).click();
  await other.getByRole("menuitem", { name: "Remove" }).click();
  await expect(other.getByText("Removed.")).toBeVisible();
  await save(page);
  const back = page.getByRole("main").getByRole("button", { name: "Put it back with my change" });
  await back.click();
  await expect(activity(page, "Herring market")).toBeVisible();
  await expect(page.getByText("Whitby")).toBeVisible();
  await expect(activity(other, "Herring market")).toBeVisible();
});

test("what two people wrote above a journey is seen before one goes over the other", async ({
  page,
  otherBrowser,
}) => {
  const [rosa] = await makePeople("Rosa Vell");
  await new SignIn(page).onNetwork(rosa);
  await begin(page, "Two notes");
  const other = await otherBrowser();
  await new SignIn(other).onNetwork(rosa);
  await other.goto(page.url());
  await new Switcher(other).awake();

  for (const [who, title, note] of [
    [page, "Two notes", "Bring a coat"],
    [other, "Two notes and a half", "Bring a hat"],
  ] as const) {
    await who.getByRole("button", { name: "Settings of this journey" }).click();
    await who.getByRole("dialog").getByLabel("Name of the journey").fill(title);
    await who.getByRole("dialog").getByLabel(/^Note/).fill(note);
  }
  await save(other);
  await expect(other.getByRole("heading", { level: 1, name: "Two notes and a half" })).toBeVisible();
  await save(page);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("alert")).toContainText("Bring a hat");
  await expect(dialog.getByLabel("Name of the journey")).toHaveValue("Two notes and a half");
  await expect(dialog.getByLabel(/^Note/)).toHaveValue("Bring a coat");
  await save(page);
  await expect(page.getByRole("heading", { level: 1, name: "Two notes and a half" })).toBeVisible();
  await expect(page.getByText("Bring a coat")).toBeVisible();
});
