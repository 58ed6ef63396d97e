import type { Page } from "playwright/test";
import { personId } from "../../supabase/local/demo/people-rows.ts";
import { expect, test } from "./fixtures.ts";
import { Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { makeCommunity, makePeople, type Person, withDatabase } from "./world.ts";

const [SUBDOMAIN] = PLACES;

/** A reader of two communities, in which somebody else writes. */
async function twoIsles() {
  const [rosa, olga] = await makePeople("Rosa Vell", "Olga Owner");
  const isle = (name: string, count: number) =>
    makeCommunity({
      name,
      domain: null,
      members: [{ person: olga, role: "owner" }, { person: rosa }],
      posts: Array.from({ length: count }, (_, n) => ({
        by: olga,
        title: `${name} ${n + 1}`,
        body: "Text.",
      })),
    });
  return { rosa, olga, loud: await isle("Alder", 6), quiet: await isle("Beech", 1) };
}

async function write(slug: string, by: Person, title: string): Promise<void> {
  await withDatabase((client) =>
    client.query(
      `insert into public.posts (tenant_id, author_id, visibility, title, body)
       select id, $2, 'members', $3, 'Text.' from public.tenants where slug = $1`,
      [slug, personId(by.key), title],
    ),
  );
}

async function setStatus(slug: string, status: "active" | "moving"): Promise<void> {
  await withDatabase((client) =>
    client.query("update public.tenants set status = $2 where slug = $1", [slug, status]),
  );
}

const cards = (page: Page, name: string) => page.getByRole("article", { name: new RegExp(`^${name} `) });

/** Opens a card's menu and chooses what is there. */
async function choose(page: Page, card: string, item: string): Promise<void> {
  await cards(page, card).first().getByRole("button", { name: "More about this post" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("one keeps a view of one's feed, renames it and forgets it", async ({ page }) => {
  const { rosa, loud } = await twoIsles();
  await new SignIn(page).onNetwork(rosa);
  await page.goto(network("/feed"));
  await expect(cards(page, "Alder")).toHaveCount(6);
  const filter = page.getByRole("navigation", { name: "Choose communities" });
  await filter.getByRole("link", { name: "Alder" }).click();
  await expect(cards(page, "Beech")).toHaveCount(0);
  await page.getByRole("link", { name: "Balanced" }).click();
  await expect(page).toHaveURL(network(`/feed?c=${loud.slug}&order=balanced`));
  await expect(cards(page, "Alder")).toHaveCount(6);
  await page.getByText("Keep as a view").click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("Slow mornings");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Slow mornings" })).toBeVisible();
  await expect(filter.getByRole("link", { name: "Slow mornings" })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("link", { name: "Balanced" })).toHaveAttribute("aria-current", "page");
  await expect(cards(page, "Alder")).toHaveCount(6);

  await page.getByText("Change this view").click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("Slow evenings");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Slow evenings" })).toBeVisible();
  await page.getByText("Change this view").click();
  await page.getByRole("button", { name: "Remove this view" }).click();
  await expect(page).toHaveURL(network("/feed"));
  await expect(filter.getByRole("link", { name: /^Slow/ })).toHaveCount(0);
  await expect(cards(page, "Beech")).toHaveCount(1);
});

test("one mutes a community, learns why a post is there, and what does not answer", async ({ page }) => {
  const { rosa, olga, loud, quiet } = await twoIsles();
  await new SignIn(page).onNetwork(rosa);
  await page.goto(network("/feed"));
  await new Switcher(page).awake();
  await choose(page, "Alder", "For an hour");
  await expect(cards(page, "Alder")).toHaveCount(0);
  await expect(cards(page, "Beech")).toHaveCount(1);
  const muted = page.getByRole("region", { name: "Muted in the feed" });
  await expect(muted).toContainText("Alder is muted until");
  await muted.getByRole("button", { name: "Unmute Alder" }).click();
  await expect(cards(page, "Alder")).toHaveCount(6);
  await expect(muted).toHaveCount(0);

  await choose(page, "Beech", "Why am I seeing this?");
  const why = page.getByRole("dialog", { name: "Why am I seeing this?" });
  await expect(why).toContainText("You have been a member of Beech since");
  await expect(why.getByRole("link", { name: "Go to Beech" })).toHaveAttribute("href", `/go/${quiet.slug}`);
  await page.keyboard.press("Escape");
  await expect(why).toBeHidden();

  await write(quiet.slug, olga, "Beech just in");
  const pill = page.getByRole("button", { name: "1 new post" });
  await expect(async () => {
    // As if somebody came back to the page: it asks at once.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(pill).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(cards(page, "Beech")).toHaveCount(1);
  await pill.click();
  await expect(cards(page, "Beech")).toHaveCount(2);
  await expect(pill).toHaveCount(0);

  await setStatus(loud.slug, "moving");
  await page.reload();
  await expect(page.getByRole("main")).toContainText("A community is not shown");
  await expect(page.getByRole("main")).toContainText("Alder: being moved, back soon");
  await expect(cards(page, "Beech")).toHaveCount(2);
  await setStatus(loud.slug, "active");
});

test("the switcher counts what is unread, and keeps one's own order", async ({ page }) => {
  const { rosa, olga, loud, quiet } = await twoIsles();
  await new SignIn(page).at(SUBDOMAIN.at(loud), rosa);
  const seen = page.waitForResponse((answer) => answer.url().endsWith("/feed/seen"));
  await expect(new Feed(page).card("Alder 1")).toBeVisible();
  expect((await seen).status()).toBe(200);
  await write(loud.slug, olga, "Alder just in");
  const switcher = new Switcher(page);
  await switcher.open();
  const row = (name: string) => switcher.panel.getByRole("listitem").filter({ hasText: name });
  await expect(row("Alder")).toContainText("1 unread post");
  await expect(row("Beech")).toContainText("unread posts unknown");

  await switcher.panel.getByRole("link", { name: "Arrange and mute" }).click();
  const rows = page.getByRole("main").getByRole("search").getByRole("listitem");
  await expect(rows.first()).toContainText("Alder");
  await switcher.awake();
  const arrange = async (name: string, item: string) => {
    await page.getByRole("button", { name: `Arrange ${name}` }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await arrange("Beech", "Put first");
  await expect(page.getByRole("status").filter({ hasText: "Beech is now 1 of 1." })).toBeAttached();
  await expect(rows.first()).toContainText("Beech");
  await arrange("Alder", "Put first");
  await expect(page.getByRole("status").filter({ hasText: "Alder is now 2 of 2." })).toBeAttached();
  await arrange("Alder", "Move up");
  await expect(rows.first()).toContainText("Alder");
  await rows.nth(1).locator("[data-drag]").dragTo(rows.first());
  await expect(page.getByRole("status").filter({ hasText: "Beech is now 1 of 2." })).toBeAttached();
  await arrange("Beech", "For good");
  await expect(rows.first()).toContainText("muted");
  await page.reload();
  await expect(rows.first()).toContainText("Beech");
  await page.goto(SUBDOMAIN.at(quiet));
  await switcher.open();
  await expect(switcher.panel.getByRole("listitem").first()).toContainText("Beech");
  await expect(row("Beech")).toContainText("muted");
  await page.keyboard.press("Escape");
  await expect(switcher.panel).toBeHidden();

  await page.context().setOffline(true);
  await switcher.open();
  await expect(switcher.panel).toContainText("Last known. You seem to be offline.");
  await expect(row("Beech")).toContainText("muted");
  await page.context().setOffline(false);
});
