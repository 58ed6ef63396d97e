import { expect, test } from "./fixtures.ts";
import { Palette } from "./pages/palette.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { makeCommunity, makePeople } from "./world.ts";

for (const place of PLACES) {
  test(`the palette goes to pages, people and communities ${place.where}`, async ({ page }) => {
    const [kim, ola] = await makePeople("Kim Aho", "Ola Brandt");
    const members = [{ person: kim, role: "owner" as const }, { person: ola }];
    const birch = await makeCommunity({ name: "Birch Isle", members });
    const cedar = await makeCommunity({ name: "Cedar Isle", domain: null, members });
    await new SignIn(page).at(place.at(birch), kim);
    const palette = new Palette(page);

    await palette.open();
    await page.keyboard.type("zzz nothing of the kind");
    await expect(palette.dialog).toContainText("Nothing matches");
    await page.keyboard.press("Escape");
    await expect(palette.dialog).toBeHidden();

    await palette.open();
    await page.keyboard.type("brandt");
    await expect(palette.option("Ola Brandt")).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/members\?q=Ola\+Brandt$/);

    await palette.open();
    await page.keyboard.type("calendar");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(place.at(birch, "/events"));

    await palette.open();
    await page.keyboard.type("write a post");
    await page.keyboard.press("Enter");
    await expect(page.locator("#field-body")).toBeFocused();

    await page.goto(place.at(birch, "/about"));
    await palette.open();
    const onSubdomain = place === PLACES[0];
    await expect(palette.option("All your communities")).toHaveCount(onSubdomain ? 0 : 1);
    await expect(palette.option("Cedar Isle")).toHaveCount(onSubdomain ? 1 : 0);
    await page.keyboard.type(onSubdomain ? "cedar" : "all your communities");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(onSubdomain ? PLACES[0].at(cedar) : /\/switch\?from=/);
  });
}

test("keys lead about, are listed by ?, keep out of fields and dialogs, and can be switched off", async ({
  page,
}) => {
  const [kim] = await makePeople("Kim Aho");
  const members = [{ person: kim, role: "owner" as const }];
  const birch = await makeCommunity({ name: "Birch Isle", domain: null, members });
  const at = (path: string) => PLACES[0].at(birch, path);
  await new SignIn(page).at(at("/"), kim);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(async () => {
    if (!(await help.isVisible())) await press("?");
    await expect(help).toBeVisible({ timeout: 5000 });
  }).toPass();
  await expect(help).toContainText("Switch community");
  await press("g", "m");
  await expect(help).toBeVisible();
  await press("Escape");
  await expect(help).toBeHidden();

  await press("g", "m");
  await expect(page).toHaveURL(at("/members"));
  const search = page.getByRole("searchbox", { name: "Find a member by name" });
  await expect(search).toBeVisible();
  await press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type("g e?");
  await expect(search).toHaveValue("g e?");
  await expect(help).toBeHidden();
  await expect(page).toHaveURL(at("/members"));

  await page.goto(at("/events"));
  await expect(async () => {
    await press("g", "f");
    await expect(page).toHaveURL(at("/"), { timeout: 2000 });
  }).toPass();
  await press("g", "1");
  await expect(page).toHaveURL(at("/"));
  await expect(async () => {
    if (!(await help.isVisible())) await press("?");
    await expect(help).toBeVisible({ timeout: 5000 });
  }).toPass();
  await help.getByRole("switch", { name: "Single keys are shortcuts" }).press("Space");
  await press("Escape");
  await expect(help).toBeHidden();
  await press("g", "m");
  await press("?");
  await new Palette(page).open();
  await expect(help).toBeHidden();
  await expect(page).toHaveURL(at("/"));
  await page.keyboard.type("keyboard");
  await press("Enter");
  await expect(help.getByRole("switch")).not.toBeChecked();
});

test("a visitor of the network finds its pages by the palette", async ({ page }) => {
  await page.goto(network("/"));
  const palette = new Palette(page);
  await palette.open();
  await page.keyboard.type("find comm");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(network("/communities"));
});
