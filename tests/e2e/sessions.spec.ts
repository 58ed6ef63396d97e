import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { network, openWith } from "./support.ts";
import { makeCommunity, makePeople, type Person } from "./world.ts";

async function twoIsles(person: Person) {
  const members = [{ person, role: "owner" as const }];
  return [await makeCommunity({ domain: null, members }), await makeCommunity({ members })] as const;
}

const signedOut = (page: Page) => page.getByRole("banner").getByRole("link", { name: "Sign in" });

for (const [index, { where }] of PLACES.entries()) {
  test(`signing out of a community ${where} leaves the others signed in`, async ({ page }) => {
    const [tea] = await makePeople("Tea Moss");
    const isles = await twoIsles(tea);
    const homes = isles.map((isle, n) => PLACES[n === 0 ? 0 : 1].at(isle));
    const [here = "", there = ""] = index === 0 ? homes : homes.toReversed();
    await new SignIn(page).byFormAt(here, tea);
    await page.goto(`${new URL(there).origin}/session/start`);
    await expect(new Feed(page).composer).toBeVisible();

    await page.goto(here);
    const leave = page.getByRole("menuitem", { name: "Sign out here" });
    await openWith(page.getByRole("button", { name: "Your menu" }), leave);
    await leave.click();
    await expect(signedOut(page)).toBeVisible();
    await page.reload();
    await expect(signedOut(page)).toBeVisible();
    await page.goto(there);
    await expect(new Feed(page).composer).toBeVisible();
    await page.goto(network("/"));
    await expect(page.getByRole("link", { name: `Your menu, ${tea.name}` })).toBeVisible();
  });
}

test("signing out everywhere ends every host in every browser", async ({ page, otherBrowser }) => {
  const [tea] = await makePeople("Tea Moss");
  const isles = await twoIsles(tea);
  const homes = isles.map((isle, n) => PLACES[n === 0 ? 0 : 1].at(isle));
  const other = await otherBrowser();
  for (const browser of [page, other]) {
    for (const [n, home] of homes.entries()) {
      if (n === 0) await new SignIn(browser).byFormAt(home, tea);
      else await browser.goto(`${new URL(home).origin}/session/start`);
      await expect(new Feed(browser).composer).toBeVisible();
    }
  }
  await page.goto(network("/"));
  const leave = page.getByRole("menuitem", { name: "Sign out everywhere" });
  await openWith(page.getByRole("link", { name: `Your menu, ${tea.name}` }), leave);
  await leave.click();
  await expect(signedOut(page)).toBeVisible();
  for (const browser of [page, other]) {
    for (const home of [...homes, network("/")]) {
      await browser.goto(home);
      await expect(signedOut(browser)).toBeVisible();
    }
  }
});

test("the list of one's sign-ins ends one of them", async ({ page, otherBrowser }) => {
  const [tea] = await makePeople("Tea Moss");
  const [isle] = await twoIsles(tea);
  const home = PLACES[0].at(isle);
  const other = await otherBrowser();
  for (const browser of [page, other]) await new SignIn(browser).byFormAt(home, tea);

  await page.goto(network("/account/sessions"));
  const signIns = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "End this sign-in" }) });
  await expect(signIns).toHaveCount(2);
  await expect(signIns.first()).toContainText("This browser");
  const host = new URL(home).hostname;
  await expect(signIns.first().getByText(host)).toBeVisible();
  await signIns.last().getByRole("button", { name: "End this sign-in" }).click();
  await expect(signIns).toHaveCount(1);
  await other.goto(home);
  await expect(signedOut(other)).toBeVisible();
  await other.goto(network("/"));
  await expect(signedOut(other)).toBeVisible();

  await page.getByRole("button", { name: `End the session on ${host}` }).click();
  await expect(page.getByText("Not used in a community yet.")).toBeVisible();
  await page.goto(home);
  await expect(signedOut(page)).toBeVisible();
  await page.goto(network("/"));
  await expect(page.getByRole("link", { name: `Your menu, ${tea.name}` })).toBeVisible();
});
