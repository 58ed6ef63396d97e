import type { Page } from "playwright/test";
import { hostileAddresses, hostileTexts } from "../support/hostile.ts";
import { hostileNames } from "../support/hostile-names.ts";
import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { memberPath, postPath } from "./screens.ts";
import { appServer, network } from "./support.ts";
import { ask } from "./wire.ts";
import { eventId, makeCommunity, makePeople, type Person } from "./world.ts";

const [, OWN_DOMAIN] = PLACES;
const THREADS = 4;
const END = "That is everything.";

// The database keeps no NUL, and what is only white space is no name.
const storable = (text: string) => text.replaceAll("\0", "");
const names = hostileNames.map(storable);
const texts = hostileTexts.map(storable);
const nameAt = (index: number) => names[index % names.length] ?? "x";
const line = (text: string, most: number) => [...text].slice(0, most).join("");

/** What happened in the browser that must not: dialogs, and requests that left the hosts. */
function guard(page: Page, hosts: readonly string[]): string[] {
  const happened: string[] = [];
  page.on("dialog", async (dialog) => {
    happened.push(`dialog on ${page.url()}: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.context().on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && !hosts.includes(host))
      happened.push(`${page.url()} asked ${request.url()}`);
  });
  page.on("popup", (popup) => happened.push(`a window: ${popup.url()}`));
  return happened;
}

/** What stands in the page that could act, beside what the app itself put there. */
function findActive(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What React leaves on a form whose sending is its own.
    const ofReact = "javascript:throw new Error('A React form was unexpectedly submitted.";
    const attributes = [...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes]
        .filter(({ value }) => !value.startsWith(ofReact))
        .filter(
          ({ name, value }) => name.startsWith("on") || name === "srcdoc" || /^\s*javascript:/i.test(value),
        )
        .filter(
          ({ name, value }) =>
            !["value", "title", "aria-label", "placeholder", "alt"].includes(name) || value === "",
        )
        .map(({ name, value }) => `${element.tagName}[${name}=${value}]`),
    );
    const elements = [
      ...document.querySelectorAll(
        "iframe, object, embed, base, meta[http-equiv], main link, main style, main script:not([type]), svg script",
      ),
    ].map((element) => element.outerHTML.slice(0, 200));
    const scripts = [...document.scripts]
      .filter((script) => script.nonce === "" && script.src === "" && !script.type.includes("json"))
      .map((script) => `script ${script.textContent?.slice(0, 100)}`);
    const links = [...document.links]
      .filter(({ protocol }) => !["http:", "https:", "mailto:"].includes(protocol))
      .map(({ href }) => `link ${href}`);
    return [...attributes, ...elements, ...scripts, ...links];
  });
}

async function makeHostileIsle() {
  const [owner, ...people] = await makePeople("Ana Pratt", ...names.map((name) => line(name, 80)));
  if (!owner) throw new Error("nobody was made");
  const by = (index: number): Person => people[index % people.length] ?? owner;
  const key = (person: Person) => person.key as never;
  const comment = (index: number) => ({
    author: key(by(index)),
    body: texts[index] ?? "x",
    minutesAgo: 10 + index,
  });
  const isle = await makeCommunity({
    name: "</script><img src=x onerror=alert(1)>=1+1",
    tagline: `"><script>alert(1)</script>{{7*7}}\u202e`,
    description: texts.slice(0, 60).join("\n\n").slice(0, 9000),
    rules: texts.slice(60, 120).join("\n\n").slice(0, 9000),
    members: [{ person: owner, role: "owner" }, ...people.map((person) => ({ person }))],
    posts: texts.map((text, index) => ({
      by: index === 0 ? owner : by(index),
      title: line(text, 300),
      body: text,
      tags: [line(nameAt(index), 40), line(nameAt(index + 1), 40)],
      visibility: "public" as const,
      comments:
        index < THREADS ? texts.flatMap((_, at) => (at % THREADS === index ? [comment(at)] : [])) : [],
    })),
    events: hostileAddresses.map((address, index) => ({
      key: `e${index}`,
      title: nameAt(index),
      description: `[x](${address.replaceAll("\0", "")})`,
      organizer: key(by(index)),
      startsInDays: index + 1,
      timeZone: "Europe/London",
      allDay: true as const,
      days: 1,
      place: { venue: nameAt(index + 2), city: nameAt(index + 3), country: nameAt(index + 4) },
      onlineUrl: `https://evil.example/"onmouseover=alert(1)//${encodeURI(nameAt(index))}`,
    })),
  });
  return { owner, isle };
}

test("a community whose every name and text is hostile does nothing", async ({ page, trouble }) => {
  test.setTimeout(120_000);
  const { owner, isle } = await makeHostileIsle();
  const at = (path: string) => OWN_DOMAIN.at(isle, path);
  const happened = guard(page, [
    appServer().rootDomain,
    new URL(at("/")).host,
    `${isle.slug}.${appServer().rootDomain}`,
  ]);
  const look = async (url: string) => {
    await page.goto(url);
    expect.soft(await findActive(page), url).toEqual([]);
  };
  await new SignIn(page).at(at("/"), owner);
  const more = page.getByRole("main").getByRole("link", { name: "Show more" });
  const articles = page.getByRole("article");
  await expect(more).toBeVisible();
  while (await more.isVisible()) {
    const shown = await articles.count();
    await more.click();
    await expect
      .poll(async () => (await articles.count()) > shown || (await page.getByText(END).isVisible()))
      .toBe(true);
  }
  await expect(articles).toHaveCount(texts.length);
  expect(await findActive(page)).toEqual([]);
  for (let index = 0; index < THREADS; index++) await look(at(postPath(isle.slug, `p${index}`)));
  for (const path of [
    "/about",
    "/events",
    `/events/${eventId(isle.slug, "e0")}`,
    "/members",
    "/me",
    "/saved",
    memberPath(owner),
    `${postPath(isle.slug, "p0")}/history`,
    "/settings",
    `${postPath(isle.slug, "p0")}/edit`,
  ]) {
    await look(at(path));
  }
  for (const file of ["/feed.atom", "/sitemap.xml"]) {
    const { body } = await ask(at(file));
    const problem = await page.evaluate(
      (text) =>
        new DOMParser().parseFromString(text, "application/xml").querySelector("parsererror")?.textContent,
      body,
    );
    expect.soft(problem, file).toBeUndefined();
  }
  for (const path of ["/feed", "/communities?q=onerror", "/switch", "/account"]) await look(network(path));
  expect(happened).toEqual([]);
  expect(trouble.failures.filter((failure) => !/\/x$/.test(failure))).toEqual([]);
});
