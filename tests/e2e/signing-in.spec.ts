import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { linkIn, network, newestMail } from "./support.ts";
import { makeCommunity, makePeople, stranger } from "./world.ts";

const [SUBDOMAIN] = PLACES;
const NEW_PASSWORD = "four harbours and a lamp";

for (const { where, at } of PLACES) {
  test(`a link by e-mail signs in and leads back to a page ${where}`, async ({ page }) => {
    const [pia] = await makePeople("Pia Holm");
    const isle = await makeCommunity();
    await page.goto(at(isle, "/events"));
    await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
    const signIn = new SignIn(page);
    await signIn.email.fill(pia.email);
    await page.getByRole("button", { name: "E-mail me a link instead" }).click();
    await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
    await signIn.confirm(pia, "Sign in");
    await expect(page).toHaveURL(at(isle, "/events"));
    await expect(page.getByRole("button", { name: "Your menu" })).toBeVisible();
  });
}

test("a forgotten password is replaced, and the old one is worth nothing", async ({ page, otherBrowser }) => {
  const [pia] = await makePeople("Pia Holm");
  const elsewhere = await otherBrowser();
  await new SignIn(elsewhere).byForm(pia);

  await page.goto(network("/sign-in"));
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  const signIn = new SignIn(page);
  await signIn.email.fill(pia.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await signIn.confirm(pia, "Go on");
  await page.getByLabel("New password").fill("password");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("easy to guess");
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page).toHaveURL(network("/"));
  await expect(page.getByRole("link", { name: `Your menu, ${pia.name}` })).toBeVisible();

  await elsewhere.reload();
  await expect(elsewhere.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  const again = new SignIn(elsewhere);
  await elsewhere.goto(network("/sign-in"));
  await again.with(pia);
  await expect(again.problem).toContainText("do not fit together");
  await again.with({ ...pia, password: NEW_PASSWORD });
  await expect(elsewhere.getByRole("link", { name: `Your menu, ${pia.name}` })).toBeVisible();
});

test("a wrong password and an unknown address get the same answer", async ({ page }) => {
  const [pia] = await makePeople("Pia Holm");
  await page.goto(network("/sign-in"));
  const signIn = new SignIn(page);
  const answers: string[] = [];
  for (const email of [pia.email, stranger("Nobody").email]) {
    await signIn.with({ email, password: "not the right one" });
    await expect(signIn.problem).toContainText("do not fit together");
    await expect(signIn.email).toHaveValue(email);
    answers.push(`${await signIn.problem.textContent()}`.replace(/[0-9a-f-]{36}/, "ID"));
  }
  expect(answers[1]).toBe(answers[0]);

  for (const email of [pia.email, stranger("Nobody").email]) {
    await page.goto(network("/forgot-password"));
    await signIn.email.fill(email);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(`If there is an account for ${email}`);
  }
});

test("a taken address reads like a free one, and its owner gets a link to sign in", async ({ page }) => {
  const [pia] = await makePeople("Pia Holm");
  await page.goto(network("/sign-in"));
  const signIn = new SignIn(page);
  await signIn.signUp({ ...pia, name: "Somebody Else", password: NEW_PASSWORD });
  await expect(page.getByRole("main")).toContainText(`We have written to ${pia.email}`);
  await signIn.confirm(pia, "Sign in");
  await expect(page.getByRole("link", { name: `Your menu, ${pia.name}` })).toBeVisible();
});

test("a weak password is refused with everything else kept", async ({ page }) => {
  const nils = stranger("Nils Ek");
  await page.goto(network("/sign-up"));
  await page.getByLabel("Your name").fill(nils.name);
  const signIn = new SignIn(page);
  await signIn.email.fill("no address");
  await signIn.password.fill("12345678");
  const create = page.getByRole("main").getByRole("button", { name: "Create an account" });
  await create.click();
  await expect(signIn.problem).toContainText("easy to guess");
  await expect(signIn.problem).toContainText("does not look like an e-mail address");
  await expect(signIn.problem).toBeFocused();
  await signIn.email.fill(nils.email);
  await signIn.password.fill("seven7");
  await create.click();
  await expect(signIn.problem).toContainText("at least 8 characters");
  await expect(page.getByLabel("Your name")).toHaveValue(nils.name);
  await expect(signIn.email).toHaveValue(nils.email);
  await signIn.password.fill(NEW_PASSWORD);
  await create.click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
});

test("a used link offers a new one in place", async ({ page, otherBrowser }) => {
  const nils = stranger("Nils Ek");
  const isle = await makeCommunity();
  await page.goto(SUBDOMAIN.at(isle, "/events"));
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  const signIn = new SignIn(page);
  await signIn.signUp(nils);
  await signIn.confirm(nils, "Confirm and go on");
  await expect(page).toHaveURL(SUBDOMAIN.at(isle, "/events"));

  const other = await otherBrowser();
  await other.goto(linkIn(await newestMail(page, nils.email)));
  await other.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(other.getByRole("main").getByRole("alert")).toContainText("This link no longer works");
  await new SignIn(other).email.fill(nils.email);
  await other.getByRole("button", { name: "Send a new link" }).click();
  await expect(other.getByRole("heading", { name: "Look into your mail" })).toBeVisible();

  await new SignIn(other).confirm(nils, "Sign in", 2);
  await expect(other).toHaveURL(SUBDOMAIN.at(isle, "/events"));
  await expect(other.getByRole("button", { name: "Your menu" })).toBeVisible();
});

test("a link without its secret says so and offers a whole one", async ({ page }) => {
  await page.goto(network("/auth/confirm?type=signup"));
  await expect(page.getByRole("heading", { name: "This link is not complete" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send a new link" })).toBeVisible();
});

test("signing in never leads to a foreign place", async ({ page }) => {
  for (const next of [
    "https://evil.test/",
    "//evil.test",
    "/\\evil.test",
    "/session/issue?host=evil.test&nonce=x&path=/",
  ]) {
    const [pia] = await makePeople("Pia Holm");
    await page.context().clearCookies();
    await page.goto(network(`/sign-in?${new URLSearchParams({ next })}`));
    await new SignIn(page).with(pia);
    await expect(page).not.toHaveURL(/\/sign-in/);
    expect(new URL(page.url()).origin).toBe(new URL(network("/")).origin);
  }
});

test("the development mailbox shows the mail with its link", async ({ page }) => {
  const nils = stranger("Nils Ek");
  await page.goto(network("/sign-in"));
  await new SignIn(page).signUp(nils);
  await page.getByRole("link", { name: "Open the development mailbox" }).click();
  await page.getByRole("listitem").filter({ hasText: nils.email }).getByRole("link").click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /\/auth\/confirm/ })
    .click();
  await page.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(page.getByRole("link", { name: `Your menu, ${nils.name}` })).toBeVisible();
});
