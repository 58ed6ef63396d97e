import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES, type Place } from "./places.ts";
import { openWith } from "./support.ts";
import { connect, makeCommunity, makePeople, postId, shareAs } from "./world.ts";

type Isle = Awaited<ReturnType<typeof makeCommunity>>;

const settings = (place: Place, isle: Isle) => place.at(isle, "/settings/sharing");
const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name });
const card = (page: Page, title: string) =>
  page.getByRole("main").getByRole("article").filter({ hasText: title });

for (const place of PLACES) {
  test(`two communities connect, a moderator lets a post in, the connection pauses and ends ${place.where}`, async ({
    page: there,
    otherBrowser,
  }) => {
    const [ola, bo, mo, ada] = await makePeople("Ola Berg", "Bo Strand", "Mo Derator", "Ada Fjord");
    const title = "What the tide left";
    const home = await makeCommunity({
      members: [{ person: ola, role: "owner" }, { person: ada }],
      posts: [{ by: ada, title, body: "A shoe and a **bell**.", visibility: "members" }],
    });
    const away = await makeCommunity({
      members: [{ person: bo, role: "owner" }, { person: mo, role: "moderator" }, { person: ada }],
    });

    const here = await otherBrowser();
    await new SignIn(here).at(settings(place, home), ola);
    await here.getByRole("textbox", { name: "Address of the community" }).fill(away.slug);
    await here.getByRole("textbox", { name: "A word to its admins" }).fill("We share a shore.");
    await here.getByRole("button", { name: "Ask to connect" }).click();
    await expect(region(here, "Asked, not answered yet")).toContainText(away.name);

    await new SignIn(there).at(settings(place, away), bo);
    await expect(region(there, "1 community asks to connect")).toContainText("We share a shore.");
    await there.getByRole("button", { name: `Connect with ${home.name}` }).click();
    await expect(region(there, "Connected")).toContainText(home.name);
    await there.getByRole("radio", { name: /^At everything/ }).check();
    await there.getByRole("button", { name: "Save", exact: true }).click();
    await expect(there.getByText("Saved.")).toBeVisible();

    await shareAs(ada, home.slug, postId(home.slug, "p0"), away.slug);

    const door = await otherBrowser();
    await new SignIn(door).at(place.at(away, "/members"), mo);
    await expect(region(door, "At the door")).toContainText("1 post waits at the door");
    await door.getByRole("link", { name: "Look at them" }).click();
    const waiting = door.getByRole("listitem").filter({ hasText: title });
    await waiting.getByText("Read it all").click();
    await expect(waiting.getByText("bell", { exact: true })).toBeVisible();
    await waiting.getByRole("button", { name: `Let in: ${title}` }).click();
    await expect(door.getByRole("heading", { name: "Nothing waits at the door" })).toBeVisible();
    await door.goto(place.at(away));
    await expect(card(door, title)).toContainText(home.name);

    await there.goto(settings(place, away));
    await there.getByRole("button", { name: `Pause the connection with ${home.name}` }).click();
    await expect(region(there, "Connected")).toContainText("Paused by you");
    await here.goto(settings(place, home));
    await expect(region(here, "Connected")).toContainText(`Paused by ${away.name}`);
    await door.reload();
    await expect(card(door, title)).toBeHidden();

    await here.getByLabel(`End the connection with ${away.name}`).first().click();
    await expect(here.getByText("1 share ends with it.")).toBeVisible();
    await here.getByRole("button", { name: `End the connection with ${away.name}` }).click();
    await expect(region(here, "Connected")).toContainText("Not connected with anybody yet");
    await door.goto(place.at(away, "/about"));
    await expect(door.getByRole("heading", { name: "Connected with" })).toBeHidden();
  });
}

test("a moderator takes a shared post out of their own community, with a reason", async ({
  page,
  otherBrowser,
}) => {
  const [mo, ada] = await makePeople("Mo Derator", "Ada Fjord");
  const title = "What the tide left";
  const home = await makeCommunity({
    members: [{ person: ada, role: "owner" }],
    posts: [{ by: ada, title, body: "A shoe and a bell.", visibility: "members" }],
  });
  const away = await makeCommunity({
    members: [{ person: mo, role: "moderator" }, { person: ada }],
  });
  await connect(home.slug, away.slug, "comment");
  await shareAs(ada, home.slug, postId(home.slug, "p0"), away.slug);
  const [place] = PLACES;
  const author = await otherBrowser();
  await new SignIn(author).at(place.at(away), ada);
  const menu = (of: Page) => card(of, title).getByRole("button", { name: "More about this post" });
  await openWith(menu(author), author.getByRole("menuitem", { name: "Copy link" }));
  await expect(author.getByRole("menuitem", { name: "Take out" })).toBeHidden();

  await new SignIn(page).at(place.at(away), mo);
  const takeOut = page.getByRole("menuitem", { name: "Take out" });
  await openWith(menu(page), takeOut);
  await takeOut.click();
  const dialog = page.getByRole("dialog", { name: "Take this post out of the community?" });
  await dialog.getByRole("textbox", { name: "Why (for the audit log)" }).fill("Not about tides.");
  await dialog.getByRole("button", { name: "Take out" }).click();
  await expect(page.getByText("The post is out of this community.")).toBeVisible();
  await expect(card(page, title)).toBeHidden();
  await author.reload();
  await expect(card(author, title)).toBeHidden();
  await author.goto(place.at(home, "/session/start?path=/"));
  await expect(card(author, title)).toBeVisible();
});
