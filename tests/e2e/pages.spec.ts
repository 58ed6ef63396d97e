import type { Page } from "playwright/test";
import { expect, type Trouble, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES, TANGO } from "./places.ts";
import { appServer, DEMO_PASSWORD, network, subdomain } from "./support.ts";
import { postId } from "./world.ts";

const POST = `/p/${postId("tango", "primera-vez")}`;
const sign = (key: string, name: string) => ({
  key,
  name,
  email: `${key}@demo.archipelago.test`,
  password: DEMO_PASSWORD,
});

const NETWORK_OPEN = [
  "/",
  "/communities",
  "/communities?q=zzz",
  "/sign-in",
  "/sign-up",
  "/forgot-password",
  "/check-mail",
  "/mailbox",
];
const NETWORK_SIGNED_IN = [
  "/",
  "/feed",
  "/feed?c=tango",
  "/communities",
  "/communities/new",
  "/account",
  "/account/sessions",
  "/switch",
  "/sign-out",
];
const COMMUNITY_OPEN = ["/", "/about", "/events", "/events?past", POST];
const COMMUNITY_MEMBER = [...COMMUNITY_OPEN, "/members", "/me", "/events/new"];

/** Opens pages on a phone's and on a desk's screen: nothing fails, nothing sticks out, each has its one title. */
async function look(page: Page, urls: readonly string[], trouble: Trouble): Promise<void> {
  for (const url of urls) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(url, { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1 }), url).toHaveCount(1);
    await expect(page, url).toHaveTitle(/\S/);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${url} at ${width} px is too wide`).toBeLessThanOrEqual(0);
    }
  }
  expect(trouble.failures).toEqual([]);
  expect(trouble.errors).toEqual([]);
}

test("the network's open pages are whole", async ({ page, trouble }) => {
  await look(page, NETWORK_OPEN.map(network), trouble);
});

test("the network's pages of one's own are whole", async ({ page, trouble }) => {
  await new SignIn(page).onNetwork(sign("maya", "Maya Haddad-Lindqvist"));
  await look(page, NETWORK_SIGNED_IN.map(network), trouble);
});

for (const { where, at } of PLACES) {
  test(`a community's open pages are whole ${where}`, async ({ page, trouble }) => {
    const urls = COMMUNITY_OPEN.map((path) => at(TANGO, path));
    await look(page, urls, trouble);
  });

  test(`a community's pages for its owner are whole ${where}`, async ({ page, trouble }) => {
    await new SignIn(page).at(at(TANGO), sign("lucia", "Lucía Fernández Quiroga"));
    const urls = [...COMMUNITY_MEMBER, "/settings", `${POST}/edit`].map((path) => at(TANGO, path));
    await look(page, urls, trouble);
  });
}

test("a private community's pages and the mother app are whole", async ({ page, trouble, otherBrowser }) => {
  await look(page, [subdomain("bustan")], trouble);
  await new SignIn(page).at(subdomain("bustan"), sign("maya", "Maya"));
  await look(
    page,
    COMMUNITY_MEMBER.slice(0, 4).map((path) => subdomain("bustan", path)),
    trouble,
  );
  const staff = await otherBrowser();
  const admin = `http://admin.${appServer().rootDomain}/`;
  await new SignIn(staff).at(admin, sign("staff", "Noor"));
  await look(staff, [admin], trouble);
});
