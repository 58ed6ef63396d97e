import type { Page } from "playwright/test";
import { personId } from "../../supabase/local/demo/people-rows.ts";
import { expect, test } from "./fixtures.ts";
import { Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { network, ownDomain } from "./support.ts";
import { makeCommunity, makePeople, type Person, withDatabase } from "./world.ts";

async function announce(slug: string, by: Person, title: string, day: string): Promise<void> {
  await withDatabase((client) =>
    client.query(
      `insert into public.events (tenant_id, organizer_id, title, starts_local, ends_local, time_zone, city)
       select id, $2, $3, $4::date + time '18:00', $4::date + time '20:00', 'Europe/London', 'Whitby'
       from public.tenants where slug = $1`,
      [slug, personId(by.key), title, day],
    ),
  );
}

const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const activity = (page: Page, name: RegExp) =>
  page.locator("[data-activity]:visible").filter({ hasText: name });

async function addEvent(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  const adding = dialog(page, "Add to this journey");
  await adding.getByRole("searchbox", { name: "Search" }).fill(name.slice(0, 5));
  await adding.getByRole("button", { name: new RegExp(name) }).click();
  await expect(activity(page, new RegExp(name))).toBeVisible();
}

/** Opens an activity, renames it and saves. */
async function rename(page: Page, from: RegExp, to: string): Promise<void> {
  await activity(page, from).click();
  const open = page.getByRole("dialog");
  await open.getByLabel(/^What/).fill(to);
  await open.getByRole("button", { name: "Save" }).click();
}

test("two people plan one journey over the events of two communities and lose nothing", async ({
  page,
  otherBrowser,
}) => {
  const [rosa, olga] = await makePeople("Rosa Vell", "Olga Owner");
  const shared = await makeCommunity({ members: [{ person: olga, role: "owner" }, { person: rosa }] });
  const own = await makeCommunity({ members: [{ person: rosa, role: "owner" }] });
  await announce(shared.slug, olga, "Lantern evening", "2031-06-03");
  await announce(own.slug, rosa, "Quiet regatta", "2031-06-04");

  await new SignIn(page).onNetwork(rosa);
  await page.goto(network("/journeys"));
  await expect(page.getByRole("heading", { name: "Or begin with an example" })).toBeVisible();
  await page.getByLabel("Name of the journey").fill("Two harbours");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Two harbours" })).toBeVisible();
  await new Switcher(page).awake();
  await addEvent(page, "Lantern evening");
  await addEvent(page, "Quiet regatta");

  await activity(page, /Lantern/).focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("status").filter({ hasText: "Lantern evening lifted" })).toBeAttached();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(activity(page, /Lantern.*18:15/)).toBeVisible();

  await page.getByRole("button", { name: "Only me", exact: true }).click();
  await dialog(page, "Who travels along").getByRole("button", { name: "Make a link" }).click();
  const link = await dialog(page, "Who travels along").getByLabel("Link to this journey").inputValue();

  const other = await otherBrowser();
  await new SignIn(other).onNetwork(olga);
  await other.goto(link);
  await other.getByRole("button", { name: "Join the journey" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Two harbours" })).toBeVisible();
  await new Switcher(other).awake();
  await expect(activity(other, /Lantern evening/)).toBeVisible();
  await expect(activity(other, /Something in a community you are not in/)).toBeVisible();
  await expect(other.getByText("Quiet regatta")).toHaveCount(0);

  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "2 people" })).toBeVisible();
  await activity(page, /Lantern/).click();
  await page.getByRole("dialog").getByLabel(/^What/).fill("Lanterns, early");
  await rename(other, /Lantern evening/, "Lanterns, late");
  await expect(activity(page, /Lanterns, late/)).toBeAttached();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const merging = dialog(page, "Somebody changed this too");
  await expect(merging.getByRole("radio", { name: /Theirs.*Lanterns, late/s })).toBeVisible();
  await merging.getByRole("radio", { name: /Mine.*Lanterns, early/s }).check();
  await merging.getByRole("button", { name: "Save what I chose" }).click();
  await expect(activity(page, /Lanterns, early/)).toBeVisible();
  await expect(activity(other, /Lanterns, early/)).toBeVisible();

  await activity(page, /regatta/).focus();
  await page.keyboard.press("d");
  await expect(page.getByText(/50 % done/)).toBeVisible();
  await page.goto(`${page.url().split("?")[0]}?view=chart`);
  await expect(page.getByRole("img", { name: /Chart of Two harbours/ }).first()).toBeVisible();

  await page.goto(`${page.url().split("?")[0]}?view=list`);
  await new Switcher(page).awake();
  await activity(page, /regatta/).click();
  await page.getByRole("dialog").getByLabel("How it was").fill("We came in last, and 100 % happy & wet.");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("We came in last")).toBeVisible();
  await activity(page, /regatta/).click();
  await page.getByRole("dialog").getByText("Tell it in a community").click();
  await page.getByRole("dialog").getByRole("link", { name: own.name }).click();
  await expect(new Feed(page).text).toHaveValue("We came in last, and 100 % happy & wet.");
  await expect(page).toHaveURL(ownDomain(own.domain));
});
