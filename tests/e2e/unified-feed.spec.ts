import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { makeCommunity, makePeople, type Person, setMembership } from "./world.ts";

const [SUBDOMAIN] = PLACES;

/** A community with as many posts, the newest first by their number. */
function isleOf(name: string, by: Person, count: number, minutesApart: number) {
  return makeCommunity({
    name,
    members: [{ person: by, role: "owner" }],
    posts: Array.from({ length: count }, (_, n) => ({
      by,
      title: `${name} ${n + 1}`,
      body: "Text.",
      minutesAgo: 10 + n * minutesApart,
    })),
  });
}

function titles(page: Page): Promise<string[]> {
  return page.getByRole("article").getByRole("heading").allTextContents();
}

async function readToTheEnd(page: Page): Promise<void> {
  const more = page.getByRole("link", { name: "Show more" });
  const end = page.getByText("That is everything.");
  while (await more.or(end).first().isVisible()) {
    if (await end.isVisible()) return;
    const before = await page.getByRole("article").count();
    await more.click();
    await expect.poll(() => page.getByRole("article").count()).toBeGreaterThan(before);
  }
}

test("one reads all one's communities in one feed, to its end and without doubles", async ({ page }) => {
  const [rosa] = await makePeople("Rosa Vell");
  const alder = await isleOf("Alder", rosa, 30, 7);
  const beech = await isleOf("Beech", rosa, 25, 11);
  await new SignIn(page).onNetwork(rosa);
  await page.goto(network("/feed"));
  await expect(page.getByRole("article", { name: "Alder 1", exact: true })).toBeVisible();
  await expect(
    page
      .getByRole("article", { name: "Alder 1", exact: true })
      .getByRole("link", { name: "Alder", exact: true }),
  ).toBeVisible();
  await expect(
    page
      .getByRole("article", { name: "Beech 1", exact: true })
      .getByRole("link", { name: "Beech", exact: true }),
  ).toBeVisible();

  const first = await titles(page);
  const writer = await page.context().newPage();
  await writer.goto(`${network("/go/")}${beech.slug}`);
  await new Feed(writer).write({ title: "Meanwhile", text: "Written while somebody reads." });
  await writer.close();
  await readToTheEnd(page);
  const all = await titles(page);
  expect(all.slice(0, first.length)).toEqual(first);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((title) => title !== "Meanwhile")).toHaveLength(55);

  const filter = page.getByRole("navigation", { name: "Choose communities" });
  await page.goto(network("/feed"));
  await expect(page.getByRole("article", { name: "Meanwhile" })).toBeVisible();
  await filter.getByRole("link", { name: "Alder" }).click();
  await expect(page).toHaveURL(network(`/feed?c=${alder.slug}`));
  await expect(page.getByRole("article", { name: /^(Beech|Meanwhile)/ })).toHaveCount(0);
  await expect(filter.getByRole("link", { name: "Alder" })).toHaveAttribute("aria-current", "true");
  await readToTheEnd(page);
  expect(await titles(page)).toHaveLength(30);
  await filter.getByRole("link", { name: "All", exact: true }).click();
  await expect(page.getByRole("article", { name: "Meanwhile" })).toBeVisible();
});

for (const { where, at } of PLACES) {
  test(`a card of the feed leads to its post ${where}, signed in`, async ({ page, trouble }) => {
    const [rosa] = await makePeople("Rosa Vell");
    const isle = await makeCommunity({
      name: "Alder",
      ...(where === "on its subdomain" ? { domain: null } : {}),
      members: [{ person: rosa, role: "owner" }],
      posts: [{ by: rosa, title: "Alder 1", body: "Text." }],
    });
    await new SignIn(page).onNetwork(rosa);
    trouble.signIns.length = 0;
    await page.goto(network("/feed"));
    await page.getByRole("article").getByRole("link", { name: "Alder 1" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Alder 1" })).toBeVisible();
    expect(page.url()).toContain(at(isle, "/p/"));
    await expect(page.getByRole("textbox", { name: "Write a comment" })).toBeVisible();
    expect(trouble.signIns).toEqual([]);
  });
}

test("who belongs nowhere is shown the way to communities", async ({ page }) => {
  const [rosa] = await makePeople("Rosa Vell");
  await new SignIn(page).onNetwork(rosa);
  await page.goto(network("/feed"));
  await page.getByRole("main").getByRole("link", { name: "Find communities" }).click();
  await expect(page).toHaveURL(network("/communities"));
});

test("a removed member reads nothing more from the next request on", async ({ page }) => {
  const [rosa, owner] = await makePeople("Rosa Vell", "Olga Owner");
  const isle = await makeCommunity({
    name: "Alder",
    privacy: "private",
    members: [{ person: owner, role: "owner" }, { person: rosa }],
    posts: [{ by: owner, title: "Alder 1", body: "Members only." }],
  });
  await new SignIn(page).at(SUBDOMAIN.at(isle), rosa);
  await expect(new Feed(page).card("Alder 1")).toBeVisible();
  await page.goto(network("/feed"));
  await expect(new Feed(page).card("Alder 1")).toBeVisible();
  await setMembership(isle.slug, rosa, "removed");
  await page.reload();
  await expect(page.getByRole("main")).toContainText("You belong to no community yet");
  await page.goto(SUBDOMAIN.at(isle));
  await expect(page.getByRole("main")).toContainText("You no longer belong here");
  await expect(page.getByRole("article")).toHaveCount(0);
});
