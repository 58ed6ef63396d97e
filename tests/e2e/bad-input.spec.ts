import type { Page } from "playwright/test";
import { cleanLine } from "../../lib/text/characters.ts";
import { expect, test } from "./fixtures.ts";
import { findWide } from "./layout.ts";
import { Feed } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { postPath } from "./screens.ts";
import { linkIn, network, newestMail } from "./support.ts";
import { makeCommunity, makePeople, stranger } from "./world.ts";

const [{ at }] = PLACES;

const LONG_TITLE = Array.from({ length: 40 }, (_, index) => `word${index}`).join("");
const STACKED = `Zoe\u0301${"\u0301\u0316\u0489".repeat(20)} 李小龍 سلمى`;
const LONG_BODY = `${"Tides come and go without asking anybody. ".repeat(4_119).slice(0, 172_990)} The end.`;
const MENTIONS = "@ana ".repeat(5_000);

/** Nothing sticks out of the page, on a phone and on a desk. */
async function expectWithin(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: "load" });
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    expect.soft(await findWide(page), `${url} at ${width} px`).toEqual([]);
  }
}

test("texts without end and without spaces stay in their place, whole", async ({ page }) => {
  test.setTimeout(120_000);
  const [ana] = await makePeople(cleanLine(STACKED));
  const isle = await makeCommunity({
    name: "W".repeat(80),
    tagline: "w".repeat(160),
    members: [{ person: ana, role: "owner" }],
    posts: [
      { by: ana, title: LONG_TITLE, body: LONG_BODY, tags: ["w".repeat(40), "m".repeat(40)] },
      { by: ana, title: "Everybody", body: MENTIONS },
      { by: ana, title: STACKED, body: STACKED.repeat(20) },
    ],
    events: [
      {
        key: "e",
        title: LONG_TITLE,
        description: LONG_TITLE,
        organizer: ana.key as never,
        startsInDays: 2,
        timeZone: "Europe/London",
        allDay: true,
        days: 2,
        place: { venue: "v".repeat(300), city: "c".repeat(200), country: "d".repeat(200) },
      },
    ],
  });
  await new SignIn(page).at(at(isle), ana);
  const paths = ["/", "/about", "/events", "/members", "/me", "/settings"];
  const posts = ["p0", "p1", "p2"].map((key) => postPath(isle.slug, key));
  for (const path of [...paths, ...posts, `${posts[0]}/edit`]) await expectWithin(page, at(isle, path));

  await page.goto(at(isle, posts[0]));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(LONG_TITLE);
  await expect(page.getByRole("article").getByText("The end.")).toBeAttached();
  await page.goto(at(isle, `${posts[0]}/edit`));
  await expect(page.getByRole("main").getByRole("textbox", { name: "Text" })).toHaveValue(LONG_BODY);
});

test("a name that would cover its neighbours is kept as a name, and a formula as a text", async ({
  page,
}) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
  await new SignIn(page).at(at(isle), ana);
  const feed = new Feed(page);
  for (const [typed, kept] of [
    [`${STACKED}\u202e`, cleanLine(STACKED)],
    ["=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ] as const) {
    await page.goto(at(isle, "/me"));
    await page.getByLabel("Your name here").fill(typed);
    await page.getByRole("main").getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("main").getByText("Saved.")).toBeVisible();
    await page.goto(at(isle));
    await feed.write({ title: `By ${typed.length}`, text: "Hello." });
    await expect(feed.card(`By ${typed.length}`)).toContainText(kept);
  }
});

test("a mail asked for with a hostile name and target leads to the network's host, and stays there", async ({
  page,
}) => {
  const nora = stranger("</title><img src=x onerror=alert(1)>{{ .SiteURL }}\u202e");
  const { origin } = new URL(network("/"));
  const target = `${origin}@evil.example/`;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).host));
  const retarget = (value: string) =>
    page.locator("input[name=next]").evaluate((input, next) => input.setAttribute("value", next), value);
  await page.goto(network(`/sign-up?${new URLSearchParams({ next: target })}`));
  await expect(page.locator("input[name=next]")).toHaveValue("/");
  await page.getByLabel("Your name").fill(nora.name);
  const signIn = new SignIn(page);
  await signIn.email.fill(nora.email);
  await signIn.password.fill(nora.password);
  await retarget(target);
  await page.getByRole("main").getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();

  const mail = await newestMail(page, nora.email);
  expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/evil|onerror|\{\{|\u202e/);
  const link = new URL(linkIn(mail));
  expect(link.origin).toBe(origin);
  link.searchParams.set("next", target);
  await page.goto(link.href);
  await expect(page.locator("input[name=next]")).toHaveValue("/");
  await retarget(target);
  await page.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(page).toHaveURL(network("/"));
  await expect(page.getByRole("link", { name: `Your menu, ${cleanLine(nora.name)}` })).toBeVisible();
  expect([...new Set(asked)]).toEqual([new URL(network("/")).host]);
});
