import { expect, test } from "./fixtures.ts";
import { Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { makeCommunity, makePeople, stranger } from "./world.ts";

for (const { where, at } of PLACES) {
  test(`a link lets somebody new into a community by invitation ${where}`, async ({ page, otherBrowser }) => {
    const [ana] = await makePeople("Ana Pratt");
    const nora = stranger("Nora Quist");
    const isle = await makeCommunity({
      joinPolicy: "invite",
      privacy: "private",
      rules: "1. Be kind.",
      members: [{ person: ana, role: "owner" }],
    });
    await new SignIn(page).at(at(isle, "/members/invitations"), ana);
    await page.getByRole("combobox", { name: "For", exact: true }).selectOption("1");
    await page.getByRole("button", { name: "Make a link" }).click();
    const link = page.getByRole("textbox", { name: "The link" });
    await expect(link).toHaveValue(new RegExp(`^${network("/join/")}`));
    const address = await link.inputValue();
    await expect(page.getByText("0 of 1 used")).toBeVisible();

    const guest = await otherBrowser();
    await guest.goto(address);
    await expect(guest.getByRole("heading", { level: 2, name: isle.name })).toBeVisible();
    await guest.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    const signIn = new SignIn(guest);
    await signIn.signUp(nora);
    await signIn.confirm(nora, "Confirm and go on");
    await expect(guest).toHaveURL(address);
    await guest.getByRole("button", { name: "Accept and go in" }).click();
    await expect(guest.getByRole("main").getByRole("alert")).toContainText("Accept the rules to join.");
    await guest.getByRole("checkbox", { name: "I have read the rules and will keep them." }).check();
    await guest.getByRole("button", { name: "Accept and go in" }).click();
    // Wherever it was made, a link leads to the community's own domain.
    await expect(guest).toHaveURL(PLACES[1].at(isle));
    await expect(new Feed(guest).composer).toBeVisible();

    const late = await otherBrowser();
    await late.goto(address);
    const told = await late.getByRole("main").textContent();
    await late.goto(network("/join/wrong"));
    expect(await late.getByRole("main").textContent()).toBe(told);

    await page.getByRole("textbox", { name: "E-mail addresses" }).fill("email\nben@example.test\nnobody\n");
    await page.getByRole("button", { name: "Make the links" }).click();
    await expect(page.getByText("1 link is made.")).toBeVisible();
    await expect(page.getByText("Line 3: nobody")).toBeVisible();
    await expect(page.getByText("For one address")).toBeVisible();
    await page.getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByText("No link works at the moment")).toBeVisible();
  });
}
