import type { Page } from "playwright/test";
import { expect, type Trouble, test } from "./fixtures.ts";
import { findWide } from "./layout.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES, TANGO } from "./places.ts";
import {
  COMMUNITY_MEMBER,
  COMMUNITY_OPEN,
  memberPath,
  NETWORK_OPEN,
  NETWORK_SIGNED_IN,
  postPath,
} from "./screens.ts";
import { appServer, DEMO_PASSWORD, network, subdomain } from "./support.ts";

const POST = postPath("tango", "primera-vez");
const sign = (key: string, name: string) => ({
  key,
  name,
  email: `${key}@demo.archipelago.test`,
  password: DEMO_PASSWORD,
});

/** Opens pages on a phone's and on a desk's screen: nothing fails, nothing sticks out, each has its one title. */
async function look(page: Page, urls: readonly string[], trouble: Trouble): Promise<void> {
  for (const url of urls) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(url, { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1 }), url).toHaveCount(1);
    await expect(page, url).toHaveTitle(/\S/);
    // 320 px is also what a desk's screen shows at four times its size.
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await findWide(page), `${url} at ${width} px`).toEqual([]);
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
  await look(page, [...NETWORK_SIGNED_IN, "/feed?c=tango"].map(network), trouble);
});

for (const { where, at } of PLACES) {
  test(`a community's open pages are whole ${where}`, async ({ page, trouble }) => {
    const urls = [...COMMUNITY_OPEN, POST].map((path) => at(TANGO, path));
    await look(page, urls, trouble);
  });

  test(`a community's pages for its owner are whole ${where}`, async ({ page, trouble }) => {
    await new SignIn(page).at(at(TANGO), sign("lucia", "Lucía Fernández Quiroga"));
    const own = [
      "/settings",
      "/members/invitations",
      memberPath({ key: "lucia" }),
      `${POST}/edit`,
      `${POST}/history`,
    ];
    const paths = [...COMMUNITY_OPEN, ...COMMUNITY_MEMBER, POST, ...own];
    await look(
      page,
      paths.map((path) => at(TANGO, path)),
      trouble,
    );
  });
}

test("a private community's pages and the mother app are whole", async ({ page, trouble, otherBrowser }) => {
  await look(page, [subdomain("bustan")], trouble);
  await new SignIn(page).at(subdomain("bustan"), sign("maya", "Maya"));
  await look(
    page,
    COMMUNITY_OPEN.map((path) => subdomain("bustan", path)),
    trouble,
  );
  const staff = await otherBrowser();
  const admin = `http://admin.${appServer().rootDomain}/`;
  await new SignIn(staff).at(admin, sign("staff", "Noor"));
  await look(staff, [admin], trouble);
});
