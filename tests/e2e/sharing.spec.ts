import { expect, test } from "./fixtures.ts";
import { Feed, PostPage } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import { sharePath } from "./screens.ts";
import { network } from "./support.ts";
import { connect, makeCommunity, makePeople } from "./world.ts";

const [SUBDOMAIN, OWN_DOMAIN] = PLACES;
const TITLE = "The tide table of the old pier";

async function twoIsles() {
  const [rosa, otto, mila] = await makePeople("Rosa Vell", "Otto Brandt", "Mila Novak");
  const alder = await makeCommunity({
    name: "Alder",
    members: [{ person: rosa, role: "owner" }, { person: mila }],
    posts: [{ by: rosa, title: TITLE, body: "High water at **six**." }],
  });
  const beech = await makeCommunity({
    name: "Beech",
    members: [{ person: otto, role: "owner" }, { person: rosa }, { person: mila }],
  });
  await connect(alder.slug, beech.slug, "comment");
  return { rosa, otto, mila, alder, beech };
}

test("an author shares a post with consent, it is read and answered there, and is gone when it is taken back", async ({
  page,
  otherBrowser,
}) => {
  const { rosa, otto, mila, alder, beech } = await twoIsles();
  await new SignIn(page).at(OWN_DOMAIN.at(alder), rosa);
  await (await new Feed(page).open(TITLE)).choose("Share into another community");
  await expect(page).toHaveURL(network(sharePath(alder.slug, "p0")));
  await new Switcher(page).awake();
  await page.getByRole("checkbox", { name: "Beech" }).check();
  await page.getByRole("checkbox", { name: "I agree to this" }).check();
  await page.getByRole("button", { name: "Share it" }).click();
  const told = page.getByRole("main").getByRole("status");
  await expect(told).toContainText("It stands in Beech now");
  await expect(page.getByRole("checkbox", { name: "Beech" })).toHaveCount(0);

  const reader = await otherBrowser();
  await new SignIn(reader).at(SUBDOMAIN.at(beech), otto);
  const card = new Feed(reader).card(TITLE);
  await expect(card).toContainText("Shared from Alder by Rosa Vell");
  await card.getByRole("link", { name: TITLE }).click();
  await expect(reader.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  const shared = reader.url();
  const lane = new PostPage(reader);
  await lane.write("We have no pier, and want one.");
  await lane.reply("We have no pier", "I shall build it.");
  await lane.removeComment("I shall build it.");
  await expect(lane.comments).toContainText("This comment was removed by its author.");

  const third = await otherBrowser();
  await new SignIn(third).onNetwork(mila);
  await third.goto(network("/feed"));
  await expect(third.getByRole("article", { name: TITLE })).toHaveCount(1);

  await page.goto(network("/account/sharing"));
  await new Switcher(page).awake();
  await expect(page.getByRole("main")).toContainText("From Alder to Beech");
  await page.getByText("Take back from Beech").click();
  await page.getByRole("button", { name: "Take it back now" }).click();
  await expect(page.getByRole("heading", { name: "No shares yet" })).toBeVisible();
  const gone = await reader.goto(shared);
  expect(gone?.status()).toBe(404);
  await reader.goto(SUBDOMAIN.at(beech));
  await expect(reader.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
  await page.goto(network("/account/sharing?past"));
  await expect(page.getByRole("main")).toContainText("You took it back from Beech");
});

test("a key leads from the focused card to sharing", async ({ page }) => {
  const { rosa, alder } = await twoIsles();
  await new SignIn(page).at(SUBDOMAIN.at(alder), rosa);
  await page.keyboard.press("j");
  await expect(new Feed(page).card(TITLE)).toBeFocused();
  await page.keyboard.press("s");
  await expect(page).toHaveURL(network(sharePath(alder.slug, "p0")));
});

test.describe("before scripts arrive", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody asks an author, who agrees in the ledger and takes it back at home", async ({
    page,
    otherBrowser,
  }) => {
    const { rosa, mila, alder } = await twoIsles();
    await new SignIn(page).onNetwork(mila);
    await page.goto(network(sharePath(alder.slug, "p0")));
    const ask = async (word: string) => {
      await page.getByRole("checkbox", { name: "Beech" }).check();
      await page.getByRole("textbox", { name: /^A word to/ }).fill(word);
      await page.getByRole("button", { name: "Ask the author" }).click();
      await expect(page.getByText("Rosa Vell has been asked")).toBeVisible();
    };
    await ask("Let us.");
    await page.getByText("Take the question back from Beech").click();
    await page.getByRole("button", { name: "Take it back now" }).click();
    await expect(page.getByText("Take the question back from Beech")).toHaveCount(0);
    await ask("They would love it.");
    await page.goto(network("/account/sharing"));
    await expect(page.getByRole("region", { name: "You asked for this" })).toContainText(TITLE);

    const author = await otherBrowser();
    await new SignIn(author).onNetwork(rosa);
    await author.goto(network("/account/sharing"));
    await expect(author.getByText("They would love it.")).toBeVisible();
    await author.getByRole("checkbox", { name: "I agree to this" }).check();
    await author.getByRole("button", { name: "Agree and share" }).click();
    await expect(author.getByText("Take back from Beech")).toBeVisible();

    await author.goto(SUBDOMAIN.at(alder, `/session/start?path=/`));
    await new Feed(author).open(TITLE);
    await author.getByText("This post stands in another community").click();
    await author.getByText("Take back from Beech").click();
    await author.getByRole("button", { name: "Take it back now" }).click();
    await expect(author.getByText("This post stands in another community")).toHaveCount(0);
  });
});
