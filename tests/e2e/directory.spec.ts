import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { network, subdomain } from "./support.ts";
import { freshWord, makeCommunity, makePeople } from "./world.ts";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a visitor searches the directory, narrows it, and takes everything off again", async ({ page }) => {
    const word = freshWord();
    await makeCommunity({ name: `${word} open`, joinPolicy: "open" });
    await makeCommunity({ name: `${word} asking`, joinPolicy: "request" });
    await makeCommunity({ name: `${word} hidden`, privacy: "secret", joinPolicy: "invite" });
    const main = page.getByRole("main");
    await page.goto(network("/communities"));
    await main.getByRole("searchbox").fill(word);
    await main.getByRole("button", { name: "Search" }).click();
    await expect(main.getByRole("status")).toHaveText("2 communities");
    await expect(main.getByRole("heading", { level: 2 })).toHaveCount(2);
    await main.getByText("Narrow the list").click();
    await main.getByRole("link", { name: "Ask to join" }).click();
    await expect(main.getByRole("heading", { level: 2 })).toHaveText([`${word} asking`]);
    await main.getByRole("link", { name: "Private" }).click();
    await expect(main.getByRole("heading", { level: 2 })).toHaveText("No island here");
    await main.getByRole("link", { name: "Show all" }).last().click();
    await expect(page).toHaveURL(network("/communities"));
    await main.getByRole("link", { name: "Newest" }).click();
    await expect(page).toHaveURL(network("/communities?sort=new"));
  });
});

test("the chart takes a keyboard to an island, and past all of them", async ({ page }) => {
  const [ove] = await makePeople("Ove Rask");
  await new SignIn(page).onNetwork(ove);
  await page.goto(network("/"));
  const main = page.getByRole("main");
  const island = main.locator("svg a:visible").filter({ hasText: "Harbour Rowing Club" });
  await expect(island).toHaveAccessibleName(/^Harbour Rowing Club: \d+ members$/);
  await main.getByRole("link", { name: "Skip the chart" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Communities", exact: true })).toBeFocused();
  await island.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(subdomain("harbour", "/"));
});
