import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { DEMO_PASSWORD, network } from "./support.ts";
import { makeCommunity, makePeople, postId } from "./world.ts";

const MAYA = {
  key: "maya",
  name: "Maya Haddad-Lindqvist",
  email: "maya@demo.archipelago.test",
  password: DEMO_PASSWORD,
};

for (const { where, at } of PLACES) {
  test(`what is written in Arabic stands from right to left ${where}`, async ({ page }) => {
    const [salma] = await makePeople("سلمى");
    const isle = await makeCommunity({
      name: "بستان",
      locale: "ar",
      tagline: "نزرع على الأسطح.",
      members: [{ person: salma, role: "owner" }],
      posts: [
        { by: salma, title: "من أين نبدأ", body: "## قبل التراب\n\n- ماء\n- شمس\n\nاسألوا عن السقف." },
        { by: salma, title: "In English", body: "An English text." },
      ],
    });
    await new SignIn(page).at(at(isle), salma);
    const arabic = page.getByRole("article", { name: "من أين نبدأ" }).getByRole("heading");
    await expect(arabic).toHaveCSS("direction", "rtl");
    await expect(arabic).toHaveCSS("text-align", /^(start|right)$/);
    await expect(page.getByRole("article", { name: "In English" }).getByRole("heading")).toHaveCSS(
      "direction",
      "ltr",
    );

    await page.goto(at(isle, `/p/${postId(isle.slug, "p0")}`));
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveCSS("direction", "rtl");
    await expect(heading).toHaveAttribute("lang", "ar");
    const article = page.getByRole("article", { name: "من أين نبدأ" });
    for (const part of [
      article.getByRole("heading", { name: "قبل التراب" }),
      article.getByText("اسألوا عن السقف."),
      article.getByRole("list").filter({ hasText: "شمس" }),
    ]) {
      await expect(part).toHaveCSS("direction", "rtl");
    }
    const box = page.getByRole("textbox", { name: "Write a comment" });
    await box.fill("شكرًا");
    await expect(box).toHaveCSS("direction", "rtl");
    await box.fill("Thanks");
    await expect(box).toHaveCSS("direction", "ltr");
  });
}

test("the demo's Arabic garden stands from right to left among the others", async ({ page }) => {
  await new SignIn(page).onNetwork(MAYA);
  await page.goto(network("/feed?c=bustan"));
  const titles = page
    .getByRole("article")
    .getByRole("heading")
    .filter({ hasText: /[\u0621-\u064a]/ });
  await expect(titles.last()).toBeVisible();
  for (const title of await titles.all()) {
    if ((await title.textContent())?.startsWith("Post by")) continue;
    await expect(title).toHaveCSS("direction", "rtl");
  }
});
