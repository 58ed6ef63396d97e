import { expect, test } from "./fixtures.ts";
import { expectWhole } from "./layout.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES, TANGO } from "./places.ts";
import { COMMUNITY_MEMBER, COMMUNITY_OPEN, memberPath, postPath } from "./screens.ts";
import { DEMO_PASSWORD } from "./support.ts";

const POST = postPath("tango", "primera-vez");
const LUCIA = {
  key: "lucia",
  name: "Lucía Fernández Quiroga",
  email: "lucia@demo.archipelago.test",
  password: DEMO_PASSWORD,
};

const [, OWN_DOMAIN] = PLACES;

// What every screen must be is looked at with a community that is made for it: accessibility.spec.ts. Here is the demo.
test("the demo's pages are whole for who owns its community, on its own domain", async ({
  page,
  trouble,
}) => {
  test.setTimeout(180_000);
  await new SignIn(page).at(OWN_DOMAIN.at(TANGO), LUCIA);
  const paths = [
    ...COMMUNITY_OPEN,
    ...COMMUNITY_MEMBER,
    POST,
    memberPath(LUCIA),
    `${POST}/edit`,
    `${POST}/history`,
  ];
  for (const url of paths.map((path) => OWN_DOMAIN.at(TANGO, path))) {
    await page.goto(url, { waitUntil: "networkidle" });
    await expectWhole(page, url);
  }
  expect(trouble.failures).toEqual([]);
});
