import { expect, test } from "./fixtures.ts";
import { Door, Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import { appServer, DEMO_PASSWORD, openWith, subdomain } from "./support.ts";
import { freshWord, makeCommunity, makePeople, postId, withDatabase } from "./world.ts";

const [SUBDOMAIN] = PLACES;
const STAFF = {
  key: "staff",
  name: "Noor Vandersteen",
  email: "staff@demo.archipelago.test",
  password: DEMO_PASSWORD,
};

test("a renamed community redirects from its old address, to the very page", async ({
  page,
  otherBrowser,
}) => {
  const [ola] = await makePeople("Ola Berg");
  const isle = await makeCommunity({ domain: null, members: [{ person: ola, role: "owner" }] });
  const slug = `grove-${freshWord()}`;
  await new SignIn(page).at(SUBDOMAIN.at(isle, "/settings"), ola);
  const address = page.getByRole("region", { name: "Address" });
  await address.getByRole("textbox", { name: "New address", exact: true }).fill(slug);
  await address.getByRole("textbox", { name: "The new address once more" }).fill(slug);
  await address.getByRole("button", { name: "Change the address" }).click();
  await expect(page).toHaveURL((url) => url.host === new URL(subdomain(slug)).host);
  await expect(page.getByText("The community has moved here.")).toBeVisible();

  const visitor = await otherBrowser();
  await visitor.goto(SUBDOMAIN.at(isle, "/events?past=1"));
  await expect(visitor).toHaveURL(subdomain(slug, "/events?past=1"));
});

test("a moderator suspends a member, who is out with the next request", async ({ page, otherBrowser }) => {
  const [mod, mim] = await makePeople("Mo Derator", "Mim Ember");
  const isle = await makeCommunity({
    members: [{ person: mod, role: "moderator" }, { person: mim }],
  });
  const member = await otherBrowser();
  await new SignIn(member).at(SUBDOMAIN.at(isle), mim);
  await expect(new Feed(member).composer).toBeVisible();
  await new SignIn(page).at(SUBDOMAIN.at(isle, "/members"), mod);
  const suspend = page.getByRole("menuitem", { name: "Suspend" });
  await openWith(page.getByRole("button", { name: `What you can do with ${mim.name}` }), suspend);
  await suspend.click();
  await page
    .getByRole("dialog", { name: `Suspend ${mim.name}?` })
    .getByRole("button", { name: "Suspend" })
    .click();
  await expect(page.getByText(`${mim.name} is suspended.`)).toBeVisible();

  await new Feed(member).text.fill("Am I still in?");
  await new Feed(member).send.click();
  await expect(new Feed(member).composer.getByRole("alert")).toBeVisible();
  await expect(new Feed(member).text).toHaveValue("Am I still in?");
  await member.reload();
  await expect(new Door(member).panel).toContainText("Your membership is suspended");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the list of members narrows to a role, within a search too, and clears again", async ({ page }) => {
    const [ola, mo, mim] = await makePeople("Ola Berg", "Mo Derator", "Mim Ember");
    const isle = await makeCommunity({
      members: [{ person: ola, role: "owner" }, { person: mo, role: "moderator" }, { person: mim }],
    });
    const members = SUBDOMAIN.at(isle, "/members");
    await new SignIn(page).at(members, mim);
    const main = page.getByRole("main");
    const row = (name: string) => main.getByRole("listitem").filter({ hasText: name });
    await main.getByRole("link", { name: "Moderators" }).click();
    await expect(page).toHaveURL(`${members}?role=moderator`);
    await expect(row(mo.name)).toBeVisible();
    await expect(row(ola.name)).toBeHidden();

    await main.getByRole("searchbox").fill(mim.name);
    await main.getByRole("button", { name: "Find" }).click();
    await expect(main.getByRole("heading", { name: "Nobody fits all of this" })).toBeVisible();
    await main.getByRole("link", { name: "Show all" }).last().click();
    await expect(page).toHaveURL(members);
    await expect(row(mim.name)).toBeVisible();

    await page.goto(`${members}?role=admin`);
    await expect(main.getByRole("heading", { name: "No admins here" })).toBeVisible();
    await main.getByRole("link", { name: "Show all" }).last().click();
    await expect(page).toHaveURL(members);
    await expect(row(mo.name)).toBeVisible();
  });
});

test("a member leaves a community without their name on what they wrote, and is a visitor there from then on", async ({
  page,
}) => {
  const [ola, mim] = await makePeople("Ola Berg", "Mim Ember");
  const isle = await makeCommunity({
    members: [{ person: ola, role: "owner" }, { person: mim }],
    posts: [{ by: mim, title: "Tides", body: "Low at six.", visibility: "public" }],
  });
  await new SignIn(page).at(SUBDOMAIN.at(isle, "/me"), mim);
  await page.getByRole("link", { name: "Look and choose" }).click();
  await expect(page.getByRole("heading", { name: `Leave ${isle.name}`, level: 1 })).toBeVisible();
  await expect(page.getByRole("row", { name: /1 post/ })).toContainText("kept, unnamed");
  await new Switcher(page).awake();
  await page.getByRole("radio", { name: "Keep it without my name" }).check();
  await page.getByRole("checkbox", { name: `I want to leave ${isle.name}.` }).check();
  await page.getByRole("button", { name: `Leave ${isle.name}` }).click();
  await expect(page.getByRole("heading", { name: "You belong to no community" })).toBeVisible();
  await withDatabase((db) => db.query("select private.erase_next()"));
  await page.goto(SUBDOMAIN.at(isle, `/p/${postId(isle.slug, "p0")}`));
  await expect(page.getByRole("link", { name: "How to join" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Former member");
  await expect(page.getByRole("main")).not.toContainText(mim.name);
});

test("staff suspends a community and brings it back; nobody else finds the mother app", async ({
  page,
  otherBrowser,
}) => {
  const [ola] = await makePeople("Ola Berg");
  const isle = await makeCommunity({
    name: `Isle ${freshWord()}`,
    members: [{ person: ola, role: "owner" }],
  });
  const admin = `http://admin.${appServer().rootDomain}`;
  await new SignIn(page).byFormAt(`${admin}/`, STAFF);
  await page.getByRole("searchbox", { name: "Search by name or address" }).fill(isle.name);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: isle.name });
  const dialog = page.getByRole("dialog", { name: `Suspend ${isle.name}?` });
  await openWith(row.getByRole("button", { name: "Suspend" }), dialog);
  await dialog.getByRole("textbox", { name: "Reason" }).fill("A test of the harbour wall.");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(row).toContainText("Suspended");

  const outsider = await otherBrowser();
  for (const { at } of PLACES) {
    const paused = await outsider.goto(at(isle));
    expect(paused?.status()).toBe(503);
    await expect(outsider.getByRole("heading", { level: 1 })).toHaveText(`${isle.name} is paused`);
  }
  const restore = page.getByRole("dialog", { name: `Restore ${isle.name}?` });
  await openWith(row.getByRole("button", { name: "Restore" }), restore);
  await restore.getByRole("textbox", { name: "Reason" }).fill("The wall holds.");
  await restore.getByRole("button", { name: "Restore" }).click();
  await expect(row).toContainText("Active");
  expect((await outsider.goto(SUBDOMAIN.at(isle)))?.status()).toBe(200);

  await new SignIn(outsider).onNetwork(ola);
  const refused = await outsider.goto(`${admin}/`);
  expect(refused?.status()).toBe(404);
  await expect(outsider.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(outsider.getByRole("table")).toHaveCount(0);
});

test("an event is announced and stands in the list with its place and time", async ({
  page,
  otherBrowser,
}) => {
  const [ola] = await makePeople("Ola Berg");
  const isle = await makeCommunity({ members: [{ person: ola, role: "owner" }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle, "/events/new"), ola);
  const form = page.getByRole("main");
  await form.getByRole("textbox", { name: "Title" }).fill("Night row");
  await form.getByLabel("From").fill("2031-06-14");
  await form.getByLabel("At").first().fill("21:30");
  await form.getByLabel("At").last().fill("23:00");
  await form.getByRole("textbox", { name: "Town" }).fill("Porthaven");
  await form.getByRole("button", { name: "Announce it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Night row" })).toBeVisible();
  const visitor = await otherBrowser();
  await visitor.goto(SUBDOMAIN.at(isle, "/events"));
  const event = visitor.getByRole("listitem").filter({ hasText: "Night row" });
  await expect(event).toContainText("Porthaven");
  await expect(event).toContainText("London time");
  await expect(event.getByRole("time").or(event.locator("time")).first()).toHaveAttribute(
    "datetime",
    /^2031-06-14/,
  );
});
