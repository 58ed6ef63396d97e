import { expect, test } from "./fixtures.ts";
import { Door, Feed, PostPage } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { linkIn, network, newestMail } from "./support.ts";
import { freshWord, makeCommunity, makePeople, stranger } from "./world.ts";

test.use({ javaScriptEnabled: false });

for (const { where, at } of PLACES) {
  test(`without scripts one signs up, joins, posts, comments and likes ${where}`, async ({ page }) => {
    const nora = stranger("Nora Quist");
    const isle = await makeCommunity({ rules: "1. Be kind." });
    await page.goto(at(isle));
    await page.getByRole("main").getByRole("link", { name: "Sign in to join" }).click();
    const signIn = new SignIn(page);
    await signIn.signUp(nora);
    await signIn.confirm(nora, "Confirm and go on");
    await expect(page).toHaveURL(at(isle));
    const door = new Door(page);
    await door.rules.check();
    await door.enter("Join");
    const feed = new Feed(page);
    const title = `Sin guion ${freshWord()}`;
    await feed.title.fill(title);
    await feed.text.fill("Escrito sin scripts.");
    await feed.send.click();
    await expect(feed.composer.getByRole("status")).toContainText("Posted.");
    await page.goto(at(isle));
    const post = await feed.open(title);
    await post.text.fill("Y comentado.");
    await post.send.click();
    await expect(post.comment("Y comentado.")).toBeVisible();
    await post.comment("Y comentado.").getByRole("link", { name: "Reply" }).click();
    await post
      .comment("Y comentado.")
      .getByRole("textbox", { name: /^Reply to/ })
      .fill("Y respondido.");
    await post.comments.getByRole("button", { name: "Send the reply" }).click();
    await expect(post.comment("Y respondido.").getByText("Level 2")).toBeAttached();
    await post.like.click();
    await expect(post.like).toHaveAttribute("aria-pressed", "true");
    await expect(post.like).toHaveAccessibleName(/1 like$/);
  });
}

test("without scripts mistakes are told with the words kept", async ({ page }) => {
  const nils = stranger("Nils Ek");
  await page.goto(network("/sign-up"));
  await page.getByLabel("Your name").fill(nils.name);
  const signIn = new SignIn(page);
  await signIn.email.fill(nils.email);
  await signIn.password.fill("12345678");
  await page.getByRole("main").getByRole("button", { name: "Create an account" }).click();
  await expect(signIn.problem).toContainText("easy to guess");
  await expect(page.getByLabel("Your name")).toHaveValue(nils.name);
  await expect(signIn.email).toHaveValue(nils.email);
  await expect(signIn.password).toHaveValue("");

  await page.goto(network("/sign-in"));
  await signIn.with({ email: nils.email, password: "not the right one" });
  await expect(signIn.problem).toContainText("do not fit together");
  await expect(signIn.email).toHaveValue(nils.email);
});

test("without scripts a link by e-mail signs in, lists are read to their end, and one signs out", async ({
  page,
}) => {
  const [pia] = await makePeople("Pia Holm");
  const isle = await makeCommunity({
    members: [{ person: pia, role: "owner" }],
    posts: Array.from({ length: 25 }, (_, n) => ({ by: pia, title: `Note ${n + 1}`, body: "Text." })),
  });
  await page.goto(PLACES[0].at(isle, "/session/start"));
  await new SignIn(page).email.fill(pia.email);
  await page.getByRole("button", { name: "E-mail me a link instead" }).click();
  await page.goto(linkIn(await newestMail(page, pia.email)));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(PLACES[0].at(isle));
  const first = await page.getByRole("article").count();
  await page.getByRole("link", { name: "Show more" }).click();
  await expect(page.getByRole("link", { name: "Back to the start" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(25 - first);

  await page.getByRole("banner").getByRole("link", { name: "Switch community" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: isle.name })).toBeVisible();
  await page.goto(network("/sign-out"));
  await page.getByRole("button", { name: "Sign out in this browser" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("without scripts a comment on a removed post says so", async ({ page, otherBrowser }) => {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Cole");
  const isle = await makeCommunity({
    joinPolicy: "open",
    members: [{ person: ana, role: "owner" }, { person: ben }],
    posts: [{ by: ana, title: "Open", body: "Here." }],
  });
  await new SignIn(page).byFormAt(PLACES[0].at(isle), ben);
  const post = await new Feed(page).open("Open");
  await post.text.fill("   ");
  await post.send.click();
  await expect(new PostPage(page).comments.getByRole("alert")).toContainText("This is needed.");
  const other = await otherBrowser();
  await other.goto(PLACES[0].at(isle));
  await expect(other.getByRole("link", { name: "Sign in to join" })).toBeVisible();
});
