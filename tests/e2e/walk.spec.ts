import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES, TANGO } from "./places.ts";
import { network, ownDomain, subdomain } from "./support.ts";
import { makeCommunity, stranger } from "./world.ts";

test("a visitor opens a community on its subdomain and another on its own domain", async ({
  page,
  trouble,
}) => {
  await page.goto(network("/"));
  await page.getByRole("main").getByRole("link", { name: "Harbour Rowing Club" }).first().click();
  await expect(page).toHaveURL(subdomain("harbour", "/"));
  await expect(page.getByRole("heading", { level: 1, name: "Harbour Rowing Club" })).toBeVisible();
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.goto(ownDomain(TANGO.domain));
  await expect(page.getByRole("heading", { level: 1, name: TANGO.name })).toBeVisible();
  await expect(page.getByRole("article").first()).toBeVisible();
  expect(trouble.failures).toEqual([]);
});

for (const { where, at } of PLACES) {
  test(`somebody signs up from a community page ${where} and lands on it again, signed in`, async ({
    page,
  }) => {
    const person = stranger("Nora Quist");
    const isle = await makeCommunity();
    const signIn = new SignIn(page);
    await page.goto(at(isle, "/events"));
    await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/sign-in\?/);
    await expect(page.getByText(new URL(at(isle)).host, { exact: false })).toBeVisible();
    await signIn.signUp(person);
    await signIn.confirm(person, "Confirm and go on");
    await expect(page).toHaveURL(at(isle, "/events"));
    await expect(page.getByRole("button", { name: "Your menu" })).toBeVisible();
  });
}
