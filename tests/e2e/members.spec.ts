import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import { makeCommunity, makePeople } from "./world.ts";

const [, OWN_DOMAIN] = PLACES;

test("somebody leaves the list; others are found by word and city; an admin takes the list away", async ({
  page,
  otherBrowser,
}) => {
  const [ola, mo, mim, tess] = await makePeople("Ola Berg", "Mo Derator", "Mim Ember", "Tess Ode");
  const isle = await makeCommunity({
    members: [
      { person: ola, role: "owner" },
      { person: mo, role: "moderator" },
      { person: mim },
      { person: tess },
    ],
  });
  const members = OWN_DOMAIN.at(isle, "/members");
  const row = (of: typeof page, name: string) =>
    of.getByRole("main").getByRole("listitem").filter({ hasText: name });

  const hermit = await otherBrowser();
  await new SignIn(hermit).at(OWN_DOMAIN.at(isle, "/me"), mim);
  await new Switcher(hermit).awake();
  const preview = hermit.getByRole("region", { name: "How this community sees you" });
  await hermit.locator("#field-city").fill("Lisbon");
  await expect(preview).toContainText("Lisbon");
  await hermit.getByLabel("City: who sees it").selectOption("Moderators only");
  await expect(preview).toContainText("Moderators also see: City: Lisbon");
  await hermit.getByLabel("List me among the members").uncheck();
  await expect(preview).toContainText("You are in no list.");
  await hermit.getByRole("button", { name: "Save" }).click();
  await expect(hermit.getByText("Saved.")).toBeVisible();
  await expect(hermit.getByLabel("List me among the members")).not.toBeChecked();

  await new SignIn(page).at(OWN_DOMAIN.at(isle, "/me"), tess);
  await page.locator("#field-city").fill("Lisbon");
  await page.locator("#field-skills").fill("Knots, sailing");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.goto(members);
  const main = page.getByRole("main");
  await new Switcher(page).awake();
  await expect(row(page, ola.name)).toBeVisible();
  await expect(row(page, mim.name)).toBeHidden();
  await main.getByLabel("City").selectOption("Lisbon (1)");
  await main.getByRole("button", { name: "Find" }).click();
  await expect(row(page, ola.name)).toBeHidden();
  await expect(row(page, tess.name)).toBeVisible();
  await main.getByRole("link", { name: "Moderators" }).click();
  await expect(main.getByRole("heading", { name: "Nobody fits all of this" })).toBeVisible();
  await main.getByRole("link", { name: "Show all" }).last().click();
  await expect(page).toHaveURL(members);
  await main.getByRole("link", { name: "Names from O" }).click();
  await expect(page).toHaveURL(`${members}?letter=o`);
  await expect(row(page, ola.name)).toBeVisible();
  await expect(row(page, mo.name)).toBeHidden();
  await new Switcher(page).awake();
  await page.keyboard.press("/");
  await expect(main.getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(main.getByRole("link", { name: ola.name })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(main.getByRole("searchbox")).toBeFocused();
  const take = (of: typeof page) =>
    of.evaluate(async () => (await fetch("/api/v1/members/export", { method: "POST" })).status);
  expect(await take(page)).toBe(403);

  const gate = await otherBrowser();
  await new SignIn(gate).at(members, mo);
  await expect(row(gate, mim.name)).toContainText("Not listed");

  const keeper = await otherBrowser();
  await new SignIn(keeper).at(members, ola);
  const download = keeper.waitForEvent("download");
  await keeper.getByRole("button", { name: "Download as CSV" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file).toContain('"Tess Ode","Member"');
  expect(file).toContain('"Mim Ember"');
  expect(file).not.toContain("@");
});
