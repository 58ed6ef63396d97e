import { expect, test } from "./fixtures.ts";
import { Feed } from "./pages/community.ts";
import { Founding } from "./pages/founding.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { network, subdomain } from "./support.ts";
import { freshWord, makePeople } from "./world.ts";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("one founds a community in steps with the keyboard alone, and removes its samples", async ({
    page,
    otherBrowser,
  }) => {
    const [ove] = await makePeople("Ove Rask");
    const word = freshWord();
    await page.goto(network("/communities/new"));
    await new SignIn(page).with(ove);
    await expect(page).toHaveURL(network("/communities/new"));
    const founding = new Founding(page);
    await founding.byKeyboard({ name: `Grove ${word}`, slug: `grove-${word}`, sentence: "Trees and tea." });
    await expect(page).toHaveURL(subdomain(`grove-${word}`));
    const feed = new Feed(page);
    await expect(feed.card("Welcome")).toBeVisible();
    const list = feed.arrival(`Grove ${word} is yours`);
    const item = (name: string) => list.getByRole("listitem").filter({ hasText: name });
    await expect(item("Write its rules")).toContainText("(done)");
    await expect(item("Write the first post")).toContainText("(not done yet)");
    await new Switcher(page).awake();
    await list.getByRole("button", { name: "Remove the sample posts" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("3 sample posts are removed.")).toBeVisible();
    await expect(list.getByRole("button", { name: "Remove the sample posts" })).toBeHidden();
    await feed.write({ title: "First light", text: "Come and plant." });
    await page.reload();
    await expect(feed.card("Welcome")).toBeHidden();
    await expect(item("Write the first post")).toContainText("(done)");
    await list.getByRole("button", { name: "Do not show this again" }).click();
    await expect(list).toBeHidden();

    const visitor = await otherBrowser();
    await visitor.goto(subdomain(`grove-${word}`));
    await expect(visitor.getByRole("link", { name: "Sign in to ask" })).toBeVisible();
    await page.goto(network("/communities/new"));
    await expect(founding.name).toHaveValue("");
  });
});

test("a taken and a reserved address read the same, and nothing typed is lost on any way through the steps", async ({
  page,
}) => {
  const [ove] = await makePeople("Ove Rask");
  await new SignIn(page).onNetwork(ove);
  const founding = new Founding(page);
  const { name, address, sentence } = founding;
  await page.goto(network("/communities/new"));
  await name.fill("A grove");
  const told: string[] = [];
  // Taken; secret; kept for the platform; looks like one that is taken.
  for (const slug of ["harbour", "lantern", "support", "harb0ur"]) {
    await address.fill(slug);
    await founding.next.click();
    await expect(address).toBeFocused();
    await expect(address).toHaveAccessibleDescription(/This address is not available. Try another./);
    told.push(await address.evaluate((field) => field.closest("form")?.textContent ?? ""));
    await expect(founding.step(1)).toBeVisible();
  }
  expect(new Set(told).size).toBe(1);

  await address.fill(`grove-${freshWord()}`);
  await founding.goOn(2);
  await sentence.fill("Trees and tea.");
  await founding.goOn(3);
  await page.goBack();
  await expect(founding.step(2)).toBeFocused();
  await page.goForward();
  await expect(founding.step(3)).toBeFocused();
  await founding.back.click();
  await expect(sentence).toHaveValue("Trees and tea.");

  await page.reload();
  await expect(founding.step(2)).toBeVisible();
  await expect(sentence).toHaveValue("Trees and tea.");
  // Who comes in by the last step is brought to the one that is wrong.
  await founding.back.click();
  await expect(name).toHaveValue("A grove");
  await address.fill("harbour");
  await page.goto(network("/communities/new?step=5"));
  await expect(page.getByText("We kept what you typed last time.")).toBeVisible();
  await founding.found.click();
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(founding.step(1)).toBeVisible();
  await expect(name).toHaveValue("A grove");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(name).toHaveValue("");
});

test("an address of wrong letters says which are right", async ({ page }) => {
  const [ove] = await makePeople("Ove Rask");
  await new SignIn(page).onNetwork(ove);
  await page.goto(network("/communities/new"));
  const { address } = new Founding(page);
  await address.fill("кафе");
  await expect(page.getByText("Only small letters a to z, digits and hyphens.")).toBeVisible();
  await address.fill("a");
  await expect(page.getByText("Take at least 2 characters.")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("all steps show at once and are sent once", async ({ page }) => {
    const [ove] = await makePeople("Ove Rask");
    const slug = `grove-${freshWord()}`;
    await page.goto(network("/communities/new"));
    await new SignIn(page).with(ove);
    const founding = new Founding(page);
    await expect(founding.next).toBeHidden();
    await founding.name.fill("A grove");
    await founding.address.fill("harbour");
    await page.getByRole("radio", { name: /^Neighbourhood/ }).check();
    await founding.found.click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("This address is not available.");
    await expect(page.getByRole("radio", { name: /^Neighbourhood/ })).toBeChecked();
    await founding.address.fill(slug);
    await founding.found.click();
    await expect(page).toHaveURL(subdomain(slug));
    await expect(new Feed(page).card("Welcome")).toBeVisible();
  });
});
