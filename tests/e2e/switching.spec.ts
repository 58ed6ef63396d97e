import { expect, test } from "./fixtures.ts";
import { Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { makeCommunity, makePeople } from "./world.ts";

for (const [index, { where, at }] of PLACES.entries()) {
  test(`one switches between communities ${where} and never sees a sign-in page`, async ({
    page,
    trouble,
  }) => {
    const [maja] = await makePeople("Maja Lind");
    const members = [{ person: maja, role: "owner" }] as const;
    const hosted = index === 0 ? { domain: null } : {};
    const first = await makeCommunity({ ...hosted, name: "Birch Isle", members: [...members] });
    const second = await makeCommunity({ ...hosted, name: "Cedar Isle", members: [...members] });
    await new SignIn(page).byForm(maja);
    trouble.signIns.length = 0;

    await page.goto(network("/"));
    await page.getByRole("main").getByRole("link", { name: first.name }).first().click();
    await expect(page).toHaveURL(at(first));
    const switcher = new Switcher(page);
    for (const next of [second, first, second]) {
      await switcher.goTo(next.name);
      await expect(page).toHaveURL(at(next));
      await expect(new Feed(page).composer).toBeVisible();
    }
    await switcher.open();
    await page.keyboard.press("Escape");
    await expect(switcher.panel).toBeHidden();
    await expect(switcher.trigger).toBeFocused();
    expect(trouble.signIns).toEqual([]);
  });
}

test("a community's own domain does not learn the list", async ({ page }) => {
  const [maja] = await makePeople("Maja Lind");
  const isle = await makeCommunity({ name: "Birch Isle", members: [{ person: maja, role: "owner" }] });
  const other = await makeCommunity({
    name: "Hidden Isle",
    privacy: "secret",
    members: [{ person: maja, role: "owner" }],
  });
  const [, own] = PLACES;
  await new SignIn(page).byFormAt(own.at(isle), maja);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const switcher = new Switcher(page);
  await switcher.open();
  await expect(switcher.panel.getByRole("link", { name: "All your communities" })).toBeVisible();
  await expect(switcher.panel).not.toContainText(other.name);
  expect(asked.filter((path) => path.includes("switcher"))).toEqual([]);
  await switcher.panel.getByRole("link", { name: "All your communities" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: other.name })).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Back to/ })
    .click();
  await expect(page).toHaveURL(own.at(isle));
});

test("the list is searched, and says when nothing matches", async ({ page }) => {
  await new SignIn(page).byForm({
    key: "maya",
    name: "Maya Haddad-Lindqvist",
    email: "maya@demo.archipelago.test",
    password: "island-hopping-2026",
  });
  const switcher = new Switcher(page);
  await switcher.open();
  await expect(switcher.panel.getByRole("listitem").filter({ hasText: "Harbour" })).toBeVisible();
  await switcher.search.fill("milon");
  await expect(switcher.panel.getByRole("link", { name: "Milonga del Puerto" })).toBeVisible();
  await expect(switcher.panel.getByRole("link", { name: "Harbour" })).toHaveCount(0);
  await switcher.search.fill("zzz");
  await expect(switcher.panel).toContainText("None of your communities matches.");
});
