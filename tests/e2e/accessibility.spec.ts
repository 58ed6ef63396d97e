import type { Page } from "playwright/test";
import { expectAccessible, LOOKS, turn } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { makeFullJourney } from "./full-journey.ts";
import { expectWhole } from "./layout.ts";
import { Palette } from "./pages/palette.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import {
  COMMUNITY_MEMBER,
  COMMUNITY_OPEN,
  journeyPaths,
  leavePath,
  memberPath,
  NETWORK_OPEN,
  NETWORK_SIGNED_IN,
  postPath,
  sharePath,
} from "./screens.ts";
import { appServer, DEMO_PASSWORD, network, openWith, subdomain } from "./support.ts";
import {
  addComments,
  connect,
  makeCommunity,
  makePeople,
  type Person,
  postId,
  setLanguage,
  shareInto,
  withDatabase,
} from "./world.ts";

// ARCHIPELAGO_DEEP looks at each screen in every way; otherwise the ways take turns from screen to screen.
const deep = process.env.ARCHIPELAGO_DEEP === "1";
const [{ at }] = PLACES;
let turns = 0;
// What is asked for and is not there.
const MISSING = /\/(nothing-here|no\/where|no-such-code) 404$|^http:\/\/forge\..* 503$/;
const DIALOG = "dialog[open], [role=dialog]";

/** Looks at what is on the page now, or at one part of it. */
async function look(page: Page, what: string, part?: string): Promise<void> {
  const looks = deep ? LOOKS : [LOOKS[turns++ % LOOKS.length] ?? LOOKS[0]];
  for (const one of looks) {
    await turn(page, one);
    await expectAccessible(page, `${what}, ${one.theme}, ${one.width} px`, part);
  }
}

/** Opens pages one after another: each is whole and can be used by everybody. */
async function walk(page: Page, urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    await page.goto(url);
    await expectWhole(page, url);
    await look(page, url);
  }
}

/** A community with something of everything on it. */
async function makeFullIsle(owner: Person, locale: string) {
  const other = (await makePeople("Femi Adeyemi-Schwarzenberger"))[0];
  const isle = await makeCommunity({
    locale,
    rules: "1. Be kind.\n2. Ask first.",
    description: "About **us**, with [a link](https://example.org).",
    members: [
      { person: owner, role: "owner" },
      { person: other },
      { person: await someone(), status: "requested" },
    ],
    posts: [
      { by: owner, title: "Pinned", body: "Kept above.", pinned: true, tags: ["news"], visibility: "public" },
      {
        by: other,
        title: "Everything at once",
        body: MARKDOWN,
        tags: ["one", "two"],
        visibility: "public",
        likes: [owner.key as never],
      },
      { by: other, body: "Without a title." },
    ],
  });
  await withDatabase((client) =>
    client.query("update public.posts set body = body || ' And more.' where id = $1", [
      postId(isle.slug, "p1"),
    ]),
  );
  const [, answer] = await addComments(isle.slug, "p1", other, [null, 0, 1, null]);
  return { isle, other, post: postPath(isle.slug, "p1"), answer };
}

/** One post of the owner's that is shared and one that somebody asks for, and one of another community that came here. */
async function shareBothWays(isle: { slug: string }, owner: Person, other: Person) {
  const beyond = await makeCommunity({
    members: [{ person: other, role: "owner" }, { person: owner }],
    posts: [{ by: other, title: "From beyond", body: MARKDOWN }],
  });
  await connect(isle.slug, beyond.slug, "reshare");
  const further = await makeCommunity({ members: [{ person: owner, role: "owner" }] });
  await shareInto(isle.slug, "p0", beyond.slug);
  await shareInto(isle.slug, "p0", further.slug, "asked");
  const came = await shareInto(beyond.slug, "p0", isle.slug);
  return { came: `/shared/${came}`, here: sharePath(isle.slug, "p0") };
}

async function someone(): Promise<Person> {
  return (await makePeople("Rosa Lindqvist"))[0];
}

const MARKDOWN = `## A heading

A paragraph with **weight**, \`code\`, [a link](https://example.org) and a note[^1].

- [ ] to do
- [x] done

> Somebody said so.

| A | B |
| - | - |
| 1 | 2 |

\`\`\`js
const words = "that run on and on and on and on and on and on and on and on and on and on and on";
\`\`\`

[^1]: The note.`;

test("what anybody sees can be used by everybody", async ({ page, trouble }) => {
  test.setTimeout(600_000);
  await walk(
    page,
    NETWORK_OPEN.map((path) => network(path)),
  );
  await walk(page, [
    network("/nothing-here"),
    subdomain("bustan"),
    subdomain("forge"),
    subdomain("tango", "/no/where"),
  ]);
  expect(trouble.failures.filter((failure) => !MISSING.test(failure))).toEqual([]);
  await page.goto(network("/sign-in"));
  await new SignIn(page).with({ email: "nobody@example.test", password: "not this one" });
  await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
  await look(page, "a sign-in that was refused");
});

for (const locale of ["en", "ar"] as const) {
  test(`what a member sees can be used by everybody, in ${locale}`, async ({ page, trouble }) => {
    test.setTimeout(900_000);
    const [ana] = await makePeople("Ana Pratt");
    const { isle, other, post, answer } = await makeFullIsle(ana, locale);
    await new SignIn(page).onNetwork(ana);
    await setLanguage(ana, locale);
    const ofNetwork = deep || locale === "en" ? NETWORK_SIGNED_IN : (["/", "/feed", "/account"] as const);
    await walk(
      page,
      ofNetwork.map((path) => network(path)),
    );
    const { came, here } = await shareBothWays(isle, ana, other);
    await walk(
      page,
      [sharePath(isle.slug, "p1"), here, "/account/sharing", leavePath(isle.slug)].map((path) =>
        network(path),
      ),
    );
    await walk(
      page,
      journeyPaths(await makeFullJourney(ana)).map((path) => network(path)),
    );
    await page.goto(at(isle, "/session/start?path=/"));
    const ofPost = [post, `${post}?comment=${answer}`, `${post}/history`];
    const own = [
      `${postPath(isle.slug, "p0")}/edit`,
      memberPath(other),
      "/settings",
      "/settings/sharing",
      "/door",
      "/members/invitations",
      "/no/where",
    ];
    await walk(
      page,
      [...COMMUNITY_OPEN, ...COMMUNITY_MEMBER, ...ofPost, ...own, came].map((path) => at(isle, path)),
    );
    await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
    expect(trouble.failures.filter((failure) => !MISSING.test(failure))).toEqual([]);
  });
}

test("what opens over a page can be used by everybody", async ({ page }) => {
  test.setTimeout(600_000);
  const [ana] = await makePeople("Ana Pratt");
  const { isle } = await makeFullIsle(ana, "en");
  await new SignIn(page).at(at(isle), ana);
  await page.getByRole("textbox", { name: "Text" }).first().click();
  await look(page, "the composer");
  await page.goto(at(isle, postPath(isle.slug, "p0")));
  const remove = page.getByRole("menuitem", { name: "Remove" });
  await openWith(page.getByRole("button", { name: "More about this post" }), remove);
  await look(page, "a post's menu", "[role=menu]");
  await remove.click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await look(page, "a question before something is removed", DIALOG);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await openWith(page.getByRole("button", { name: "Your menu" }), page.getByRole("menu"));
  await look(page, "one's own menu", "[role=menu]");
  await page.keyboard.press("Escape");
  await new Palette(page).open();
  await look(page, "the palette", DIALOG);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await look(page, "the keys", DIALOG);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await new Switcher(page).open();
  await look(page, "the switcher", DIALOG);
  await page.goto(network("/feed"));
  const why = page.getByRole("menuitem", { name: "Why am I seeing this?" });
  await openWith(page.getByRole("button", { name: "More about this post" }).first(), why);
  await look(page, "a card's menu over all communities", "[role=menu]");
  await why.click();
  await expect(page.getByRole("dialog")).toContainText("You have been a member of");
  await look(page, "why a post is shown", DIALOG);
});

test("what opens over a journey can be used by everybody", async ({ page }) => {
  test.setTimeout(300_000);
  const [ana] = await makePeople("Ana Pratt");
  const journey = await makeFullJourney(ana);
  await new SignIn(page).onNetwork(ana);
  await page.goto(network(`/journeys/${journey}?view=list`));
  await new Switcher(page).awake();
  for (const [name, inside] of [
    ["Add", "In my own words"],
    ["2 people", "Make a link"],
    ["Settings of this journey", "Save"],
    ["Moonlight regatta", "Save"],
  ] as const) {
    await page.getByRole("button", { name, exact: true }).first().click();
    await expect(page.getByRole("dialog").getByRole("button", { name: inside })).toBeVisible();
    await look(page, `what opens by ${name}`, DIALOG);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
});

test("nothing moves for those who want no motion", async ({ page }) => {
  const moving = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return transitionDuration !== "0s" || animationName !== "none";
        }).length,
    );
  await page.goto(subdomain("harbour"));
  expect(await moving()).toBeGreaterThan(0);
  // Not even for a moment: where content is skipped, a moment has no end, and the old theme's colours stay.
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving()).toBe(0);
});

test("the staff's app can be used by everybody", async ({ page }) => {
  test.setTimeout(300_000);
  const admin = `http://admin.${appServer().rootDomain}/`;
  const staff = { key: "staff", name: "Noor", email: "staff@demo.archipelago.test", password: DEMO_PASSWORD };
  await new SignIn(page).at(admin, staff);
  await walk(page, [admin]);
});
