import { expect, test } from "./fixtures.ts";
import { Door, Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES, TANGO } from "./places.ts";
import { addMembers, makeCommunity, makePeople } from "./world.ts";

for (const { where, at } of PLACES) {
  test(`one joins an open community ${where} by accepting its rules`, async ({ page }) => {
    const [ida] = await makePeople("Ida Brandt");
    await new SignIn(page).at(at(TANGO), ida);
    const door = new Door(page);
    await expect(door.panel).toContainText(`Join ${TANGO.name}`);
    await door.enter("Join");
    await expect(door.rules).toBeFocused();
    await door.rules.check();
    await door.enter("Join");
    await expect(new Feed(page).composer).toBeVisible();
    await expect(door.panel).toBeHidden();
    const welcome = new Feed(page).arrival(`Welcome to ${TANGO.name}`);
    await welcome.getByRole("link", { name: "Say hello" }).click();
    await expect(new Feed(page).text).toBeFocused();
    await welcome.getByRole("button", { name: "Do not show this again" }).click();
    await expect(welcome).toBeHidden();
    await page.reload();
    await expect(new Feed(page).composer).toBeVisible();
    await expect(welcome).toBeHidden();
  });

  test(`one asks to join ${where}, and a moderator says yes`, async ({ page, otherBrowser }) => {
    const [owner, moderator, guest] = await makePeople("Olga Owner", "Mo Derator", "Gus Guest");
    const isle = await makeCommunity({
      joinPolicy: "request",
      rules: "1. Be kind.",
      members: [
        { person: owner, role: "owner" },
        { person: moderator, role: "moderator" },
      ],
    });
    await new SignIn(page).at(at(isle), guest);
    const door = new Door(page);
    await expect(door.panel).toContainText("Somebody who looks after this community will answer.");
    await door.rules.check();
    await door.enter("Ask to join");
    await expect(door.panel).toContainText("Your request is waiting");

    const gate = await otherBrowser();
    await new SignIn(gate).at(at(isle, "/members"), moderator);
    await expect(gate.getByRole("heading", { name: "1 person asks to join" })).toBeVisible();
    await new Switcher(gate).awake();
    await gate.getByRole("button", { name: `Let in ${guest.name}` }).click();
    await expect(gate.getByText(`${guest.name} is in.`)).toBeVisible();
    await expect(gate.getByRole("heading", { name: "1 person asks to join" })).toBeHidden();

    await page.reload();
    await expect(new Feed(page).composer).toBeVisible();
  });
}

test("who reads other rules than they accepted is asked again, in place", async ({ page, otherBrowser }) => {
  const [owner, member] = await makePeople("Olga Owner", "Mia Member");
  const isle = await makeCommunity({
    rules: "1. Be kind.",
    members: [{ person: owner, role: "owner" }, { person: member }],
  });
  const home = PLACES[0].at(isle);
  await new SignIn(page).at(home, member);
  await expect(new Feed(page).composer).toBeVisible();
  await expect(page.getByText("The rules have changed")).toHaveCount(0);

  const desk = await otherBrowser();
  await new SignIn(desk).at(PLACES[0].at(isle, "/settings"), owner);
  await desk.getByRole("textbox", { name: /^Rules/ }).fill("1. Be kind. 2. Be brief.");
  await desk.getByRole("button", { name: "Save" }).first().click();
  await expect(desk.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

  await page.reload();
  await expect(page.getByText("The rules have changed")).toBeVisible();
  await page.getByRole("link", { name: "the rules of this community" }).click();
  await expect(page.getByText("2. Be brief.")).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: "I will keep them" }).click();
  await expect(page.getByText("The rules have changed")).toHaveCount(0);
});

test("a request can be taken back", async ({ page }) => {
  const [owner, guest] = await makePeople("Olga Owner", "Gus Guest");
  const isle = await makeCommunity({ joinPolicy: "request", members: [{ person: owner, role: "owner" }] });
  await new SignIn(page).at(PLACES[0].at(isle), guest);
  const door = new Door(page);
  await door.enter("Ask to join");
  await door.enter("Take it back");
  await expect(door.panel.getByRole("button", { name: "Ask to join" })).toBeVisible();
});

test("who is invited comes in, who is not reads that it takes an invitation", async ({
  page,
  otherBrowser,
}) => {
  const [owner, invited, guest] = await makePeople("Olga Owner", "Ines Invited", "Gus Guest");
  const isle = await makeCommunity({
    joinPolicy: "invite",
    privacy: "private",
    members: [
      { person: owner, role: "owner" },
      { person: invited, status: "invited" },
    ],
    posts: [{ by: owner, title: "Inside", body: "Only for us." }],
  });
  const home = PLACES[0].at(isle);
  await new SignIn(page).at(home, invited);
  await expect(new Door(page).panel).toContainText("You are invited. Come in when you like.");
  await new Door(page).enter("Take the invitation");
  await expect(new Feed(page).card("Inside")).toBeVisible();

  const outside = await otherBrowser();
  await new SignIn(outside).at(home, guest);
  await expect(new Door(outside).panel).toContainText("by invitation only");
  await expect(outside.getByRole("main").getByRole("button")).toHaveCount(0);
  await expect(outside.getByText("Only for us.")).toHaveCount(0);
});

test("a suspended and a removed member read why they cannot come in", async ({ page, otherBrowser }) => {
  const [suspended, removed] = await makePeople("Sus Pended", "Rem Oved");
  await addMembers(
    "harbour",
    { person: suspended, status: "suspended" },
    { person: removed, status: "removed" },
  );
  const home = PLACES[0].at({ slug: "harbour", domain: "" });
  await new SignIn(page).at(home, suspended);
  await expect(new Door(page).panel).toContainText("Your membership is suspended");
  await expect(new Door(page).panel.getByRole("button")).toHaveCount(0);
  const other = await otherBrowser();
  await new SignIn(other).at(home, removed);
  await expect(new Door(other).panel).toContainText("You no longer belong here");
  await expect(new Door(other).panel.getByRole("button")).toHaveCount(0);
});
