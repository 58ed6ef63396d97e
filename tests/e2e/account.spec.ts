import { personId } from "../../supabase/local/demo/people-rows.ts";
import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { addMembers, makeCommunity, makePeople, setMembership } from "./world.ts";

test("a language, a zone and an appearance are chosen once and hold on every host", async ({ page }) => {
  const [ines] = await makePeople("Ines");
  const isle = await makeCommunity({ members: [{ person: ines, role: "member" }] });
  const html = page.locator("html");
  await new SignIn(page).onNetwork(ines);
  await page.goto(network("/account"));
  await page.getByLabel("Language", { exact: true }).selectOption({ label: "Español" });
  await page.getByLabel("Time zone").fill("buenos aires");
  await page.getByLabel("Dark").check();
  await page.getByLabel("Single keys are shortcuts").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cuenta" })).toBeVisible();
  await expect(page.getByLabel("Zona horaria")).toHaveValue("America/Argentina/Buenos_Aires");
  const chosen = async () => {
    await expect(html).toHaveAttribute("lang", "es");
    await expect(html).toHaveAttribute("data-theme", "dark");
    await expect(html).toHaveAttribute("data-shortcuts", "off");
  };
  await chosen();
  for (const { at } of PLACES) {
    await page.goto(`${new URL(at(isle)).origin}/session/start?path=/`);
    await expect(page).toHaveURL(at(isle));
    await chosen();
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a visitor chooses a language and an appearance where they are", async ({ page }) => {
    const [rosa] = await makePeople("Rosa");
    const isle = await makeCommunity({ locale: "es", members: [{ person: rosa, role: "owner" }] });
    const html = page.locator("html");
    await page.goto(network("/communities"));
    await expect(html).toHaveAttribute("lang", "en-GB");
    await page.locator("footer summary", { hasText: "English" }).click();
    await page.getByRole("button", { name: "日本語" }).click();
    await expect(page).toHaveURL(network("/communities"));
    await expect(html).toHaveAttribute("lang", "ja");

    for (const { at } of PLACES) {
      await page.goto(at(isle, "/about"));
      await expect(html).toHaveAttribute("lang", "es");
      await page.locator("footer summary", { hasText: "Español" }).click();
      await page.getByRole("button", { name: "العربية" }).click();
      await expect(page).toHaveURL(at(isle, "/about"));
      await expect(html).toHaveAttribute("dir", "rtl");
      await page.getByRole("button", { name: "داكن" }).click();
      await expect(html).toHaveAttribute("data-theme", "dark");
      await expect(html).toHaveAttribute("lang", "ar");
    }
  });
});

for (const { where, at } of PLACES) {
  test(`a member's page shows who they are here and what they wrote ${where}`, async ({ page }) => {
    const [owner, writer, gone] = await makePeople("Olu", "Wanda", "Gone");
    const isle = await makeCommunity({
      members: [{ person: owner, role: "owner" }, { person: writer }],
      posts: [{ by: writer, title: "How to tie a bowline", body: "Make a loop." }],
    });
    await addMembers(isle.slug, { person: gone });
    await new SignIn(page).at(at(isle), owner);
    await page.getByRole("article").getByRole("link", { name: "Wanda" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Wanda" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "How to tie a bowline" })).toBeVisible();
    await page.getByRole("link", { name: "Comments", exact: true }).click();
    await expect(page.getByText("Nothing shared")).toBeVisible();

    const answerFor = async (id: string) => {
      const response = await page.goto(at(isle, `/members/${id}`));
      return [response?.status(), await page.getByRole("main").textContent()];
    };
    expect((await answerFor(personId(gone.key)))[0]).toBe(200);
    const nobody = await answerFor("00000000-0000-7000-8000-000000000000");
    expect(nobody[0]).toBe(404);
    for (const status of ["suspended", "removed"] as const) {
      await setMembership(isle.slug, gone, status);
      expect(await answerFor(personId(gone.key))).toEqual(nobody);
    }
  });
}
